namespace CustomerService.Web.Features.Preferences;

/// <summary>Which colours the reader wants. The cookie is written by the page's own script, which also switches without a reload.</summary>
public enum Theme
{
    /// <summary>As the operating system says.</summary>
    System,
    Light,
    Dark,
}

public static class ThemeCookie
{
    public const string Name = "theme";

    public static Theme Read(HttpRequest request) => request.Cookies[Name] switch
    {
        "light" => Theme.Light,
        "dark" => Theme.Dark,
        _ => Theme.System,
    };

    /// <summary>The value of <c>data-theme</c> on the document; null leaves the choice to <c>prefers-color-scheme</c>.</summary>
    public static string? Attribute(this Theme theme) => theme switch
    {
        Theme.Light => "light",
        Theme.Dark => "dark",
        _ => null,
    };

    /// <summary>When the light style sheet of the component library applies.</summary>
    public static string LightMedia(this Theme theme) => theme switch
    {
        Theme.Light => "all",
        Theme.Dark => "not all",
        _ => "not (prefers-color-scheme: dark)",
    };

    /// <summary>When the dark style sheet of the component library applies.</summary>
    public static string DarkMedia(this Theme theme) => theme switch
    {
        Theme.Light => "not all",
        Theme.Dark => "all",
        _ => "(prefers-color-scheme: dark)",
    };
}
