using System.Globalization;
using CustomerService.Core.Catalog;
using CustomerService.Core.Lookups;
using CustomerService.Core.Text;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Components.Answers;

/// <summary>The data sheet: what the question asks about first, and what it asks about in vain.</summary>
public sealed partial class ProductFacts
{
    private const int AlwaysShown = 5;
    private const int ComparedShown = 4;

    [Parameter, EditorRequired]
    public required ProductInfoData Data { get; set; }

    private static Language Language => CultureInfo.CurrentUICulture.Language;

    private int Shown => Math.Max(AlwaysShown, Data.Facts.Count(f => f.Asked));

    private static string Label(string key) => AttributeDefinitions.Find(key)?.Label.In(Language) ?? key;
}
