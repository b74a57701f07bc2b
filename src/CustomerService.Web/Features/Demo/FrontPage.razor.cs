using System.Globalization;
using CustomerService.Core.Catalog;
using CustomerService.Core.Text;
using CustomerService.Web.Components;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Features.Demo;

/// <summary>The shop front: everything, one category, or what a search finds.</summary>
public sealed partial class FrontPage
{
    [Parameter, EditorRequired]
    public required FrontView View { get; set; }

    private static Language Language => CultureInfo.CurrentUICulture.Language;

    private Browsing Browsing => View.Browsing;

    private string Title => Browsing.IsHome ? L["HomeTitle"] : L["PageTitle", Heading];

    private string Heading => (Browsing.Search, View.Category) switch
    {
        ({ } search, { } category) => L["SearchedIn", search, category.Name.In(Language)],
        ({ } search, null) => L["Searched", search],
        (null, { } category) => category.Name.In(Language),
        _ => L["AllProducts"],
    };

    private IEnumerable<Category> Categories =>
        View.Categories.OrderBy(c => c.Name.In(Language), StringComparer.Create(CultureInfo.CurrentUICulture, ignoreCase: true));

    private string LinkTo(int page) => (Browsing with { Page = page }).Address;
}
