using CustomerService.Web.Features.Preferences;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Features.Demo;

/// <summary>The document around every page of the demo store.</summary>
public sealed partial class StoreDocument
{
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What search engines show below the title.</summary>
    [Parameter, EditorRequired]
    public required string Description { get; set; }

    /// <summary>What was searched for.</summary>
    [Parameter]
    public string? Search { get; set; }

    /// <summary>The product that the page is about; tells the chat widget what the customer is looking at.</summary>
    [Parameter]
    public string? ProductId { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    [CascadingParameter]
    private HttpContext? HttpContext { get; set; }

    private Theme Theme => HttpContext is null ? Theme.System : ThemeCookie.Read(HttpContext.Request);
}
