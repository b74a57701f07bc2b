using System.ComponentModel.DataAnnotations;
using CustomerService.Core.Configuration;

namespace CustomerService.Ai.Gateway;

/// <summary>Section <c>OpenAI</c>: an endpoint that speaks OpenAI's chat completions.</summary>
public sealed class EndpointOptions
{
    public const string SectionName = "OpenAI";

    private static readonly Uri OpenAi = new("https://api.openai.com/v1");

    /// <summary>Everything up to <c>/chat/completions</c>; null takes <c>OPENAI_BASE_URL</c>, and without that OpenAI's own.</summary>
    public Uri? BaseUrl { get; set; }

    /// <summary>Empty takes <c>OPENAI_API_KEY</c>. An endpoint of one's own may need none.</summary>
    [Secret]
    [MaxLength(4_000, ErrorMessage = "must have at most 4,000 characters")]
    public string ApiKey { get; set; } = "";

    public Uri Address => BaseUrl ?? OpenAi;

    /// <summary>Whether there is an endpoint to be asked: a key, or an address of one's own.</summary>
    public bool IsConfigured => ApiKey.Length > 0 || (BaseUrl is not null && BaseUrl != OpenAi);

    /// <summary>Reads the section and the variables that OpenAI's own programs read.</summary>
    public static EndpointOptions Read(Settings settings)
    {
        var options = settings.Read<EndpointOptions>(SectionName);
        if (options.ApiKey.Length == 0)
            options.ApiKey = settings.Value("OPENAI_API_KEY") ?? "";
        if (options.BaseUrl is null && settings.Value("OPENAI_BASE_URL") is { } address)
            options.BaseUrl = Uri.TryCreate(address, UriKind.RelativeOrAbsolute, out var uri) ? uri : new Uri("?", UriKind.Relative);
        if (options.BaseUrl is { } url && (!url.IsAbsoluteUri || url.Scheme is not ("http" or "https") || url.UserInfo.Length > 0))
        {
            settings.Refuse($"{SectionName}:{nameof(BaseUrl)}", "must be an address such as https://api.openai.com/v1, without a name or a password in it");
            options.BaseUrl = null;
        }

        if (options.ApiKey.Any(c => c is <= ' ' or > '~'))
            settings.Refuse($"{SectionName}:{nameof(ApiKey)}", "\"(hidden)\" holds characters that a key cannot have, such as a space or a line break");
        return options;
    }
}
