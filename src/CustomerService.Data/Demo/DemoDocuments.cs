using CustomerService.Core.Documents;
using CustomerService.Data.Documents;

namespace CustomerService.Data.Demo;

/// <summary>The demo store's policies and manuals. A file whose name begins with a product's number, such as E001-manual.ko.md, is bound to it.</summary>
internal static class DemoDocuments
{
    private const string Folder = "documents/";

    public static IEnumerable<object> Rows(DemoFiles files, DateTimeOffset now) =>
        files.Open.Where(f => f.Key.StartsWith(Folder, StringComparison.Ordinal)).OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f =>
        {
            using var stream = f.Value();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            var document = Read(f.Key[Folder.Length..], content.ToArray());
            return DocumentStore.Rows(DocumentStore.Record(document, now), document);
        });

    private static NewDocument Read(string name, byte[] content)
    {
        var product = name.Split('-')[0];
        var (document, problem) = DocumentIntake.Read(name, content, char.IsAsciiDigit(product[^1]) ? new(product, null) : DocumentBinding.Shop);
        return document ?? throw new InvalidDataException($"The demo store's {name} is broken: {problem}.");
    }
}
