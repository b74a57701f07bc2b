using System.Globalization;
using CustomerService.Core.Catalog;
using CustomerService.Core.Lookups;
using CustomerService.Core.Text;
using CustomerService.Web.Components;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Features.Demo;

/// <summary>Everything the shop knows about one product.</summary>
public sealed partial class ProductPage
{
    [Parameter, EditorRequired]
    public required ProductView View { get; set; }

    /// <summary>A day of any year.</summary>
    internal static string Day(DateOnly day) =>
        day.ToString(Language == Language.Korean ? "yyyy년 M월 d일" : "MMM d, yyyy", CultureInfo.CurrentCulture);

    private static Language Language => CultureInfo.CurrentUICulture.Language;

    private Product Product => View.Entry.Product;

    private string Name => Product.Name.In(Language);

    private Browsing Category => new(null, Product.CategoryId, 1);

    private List<(string Label, string Value)> Sheet =>
    [
        .. ProductFacts.Sheet(Product, []).Select(f => (f.Label.In(Language), f.Value.In(Language))),
        .. Product.ReleasedOn is { } day ? [(L["Released"].Value, Day(day))] : Array.Empty<(string, string)>(),
    ];
}
