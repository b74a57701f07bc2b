using System.Globalization;
using CustomerService.Core.Text;
using CustomerService.Web.Features.Preferences;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;

namespace CustomerService.Web.Components.Layout;

/// <summary>Links that reload the page in Korean or English.</summary>
public sealed partial class LanguageSwitch : IDisposable
{
    private static readonly (Language Language, string Label)[] Languages = [(Language.Korean, "한국어"), (Language.English, "English")];

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private static Language Current => CultureInfo.CurrentUICulture.Language;

    public void Dispose() => Navigation.LocationChanged -= Relink;

    protected override void OnInitialized() => Navigation.LocationChanged += Relink;

    private string LinkTo(Language language) => LanguageChoice.Link(language, "/" + Navigation.ToBaseRelativePath(Navigation.Uri));

    private void Relink(object? sender, LocationChangedEventArgs e) => _ = InvokeAsync(StateHasChanged);
}
