using System.Xml.Linq;
using CustomerService.Data.Staff;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace CustomerService.Web.Features.Staff;

/// <summary>The keys of cookies and forms lie in the database, so that a sign-in holds at every program and after every restart.</summary>
internal sealed class StoredKeys(IKeyStore store) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. store.Read().Select(xml => XElement.Parse(xml))];

    public void StoreElement(XElement element, string friendlyName) => store.Add(friendlyName, element.ToString(SaveOptions.DisableFormatting));
}
