using System.Text.RegularExpressions;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;

namespace CustomerService.Core.Conversations;

/// <summary>What the variables of canned replies stand for; each may be unknown.</summary>
/// <param name="Customer">The name of a customer who has shown who they are.</param>
/// <param name="Product">The name, in the reply's language, of what the customer is looking at.</param>
public sealed record CannedValues(string? Customer, string? Agent, string? Product);

/// <summary>
/// Fills the variables of canned replies: <c>{customer}</c>, <c>{agent}</c>, <c>{product}</c>. A pair of Korean particles behind one, as in <c>{product}은/는</c>,
/// becomes the one that fits.
/// </summary>
public static partial class CannedText
{
    public static IReadOnlyList<string> Variables { get; } = ["customer", "agent", "product"];

    /// <summary>The text with what is known; a variable whose value is not known stays as it stands.</summary>
    public static string Fill(string text, CannedValues values) => Variable().Replace(text, match =>
    {
        var value = match.Groups["name"].Value switch
        {
            "customer" => values.Customer,
            "agent" => values.Agent,
            _ => values.Product,
        };
        return string.IsNullOrWhiteSpace(value) ? match.Value : match.Groups["particle"] is { Success: true, Value: var particle } ? Hangul.With(value, particle) : value;
    });

    /// <summary>Whether a variable is left that a customer should not read.</summary>
    public static bool IsUnfilled(string text) => Variable().IsMatch(text);

    [GeneratedRegex(@"\{ (?<name>customer|agent|product) \} (?<particle>은/는|이/가|을/를|과/와|으로/로)?", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Variable();
}
