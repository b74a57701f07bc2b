using System.ComponentModel.DataAnnotations;
using CustomerService.Core.Configuration;

namespace CustomerService.Web.Hub;

/// <summary>Section <c>Widget</c>.</summary>
public sealed class WidgetOptions
{
    private const string Section = "Widget";
    private const int MinSecretLength = 32;

    /// <summary>Origins such as <c>https://shop.example</c> whose pages may frame the chat; this server's own always may.</summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>What the shop signs its customers' ids with; at least 32 characters. Without one every customer is an anonymous visitor.</summary>
    public string? IdentitySecret { get; set; }

    /// <summary>Messages that one visitor may send in a minute.</summary>
    [Range(1, 10_000)]
    public int MessagesPerMinute { get; set; } = 30;

    /// <summary>Messages that may come from one address in a minute: a whole office may share one.</summary>
    [Range(1, 1_000_000)]
    public int MessagesPerMinuteAndAddress { get; set; } = 1_200;

    public static WidgetOptions Read(Settings settings)
    {
        var options = settings.Read<WidgetOptions>(Section);
        foreach (var wrong in options.AllowedOrigins.Where(origin => !IsOrigin(origin)))
            settings.Refuse($"{Section}:{nameof(AllowedOrigins)}", $"\"{wrong}\" is not an origin such as https://shop.example (no path, no slash at the end, no *)");
        if (options.IdentitySecret is { Length: > 0 and < MinSecretLength })
            settings.Refuse($"{Section}:{nameof(IdentitySecret)}", $"must have at least {MinSecretLength} characters");
        return options;
    }

    /// <summary>Whether a text is an origin as a browser writes it.</summary>
    public static bool IsOrigin(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority) == text;
}
