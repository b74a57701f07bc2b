using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Components.Layout;

/// <summary>The frame around every page.</summary>
public sealed partial class MainLayout
{
    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private string CurrentPath => Navigation.ToBaseRelativePath(Navigation.Uri).Split('#')[0];
}
