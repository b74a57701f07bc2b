using Microsoft.AspNetCore.WebUtilities;

namespace CustomerService.Web.Features.Ask;

/// <summary>What the address of the Ask page holds. Two pages with the same address show the same answer.</summary>
public sealed record AskAddress(string? ProductId, string? CustomerId, string? Question, string? AnswerId)
{
    public const string Path = "ask";

    // Servers and proxies refuse request lines from 8 KB on. With the answer's id the question is found again all the same.
    private const int MaxQuestionLength = 2_000;

    public static AskAddress Empty { get; } = new(null, null, null, null);

    /// <summary>The address relative to the site's base.</summary>
    public override string ToString()
    {
        var question = Question is { } text && Uri.EscapeDataString(text).Length <= MaxQuestionLength ? text : null;
        var parameters = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["product"] = ProductId, ["customer"] = CustomerId, ["q"] = question, ["answer"] = AnswerId,
        };
        return QueryHelpers.AddQueryString(Path, parameters.Where(p => !string.IsNullOrEmpty(p.Value)));
    }
}
