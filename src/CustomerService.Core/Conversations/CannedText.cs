using System.Text.RegularExpressions;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;

namespace CustomerService.Core.Conversations;

/// <summary>Puts what is known into the variables of a canned reply, such as <c>{product}</c>.</summary>
public static partial class CannedText
{
    /// <summary>The name of a customer who has shown who they are.</summary>
    public const string Customer = "customer";

    /// <summary>The name of the member of staff who writes.</summary>
    public const string Agent = "agent";

    /// <summary>The name of the product the customer was last looking at.</summary>
    public const string Product = "product";

    /// <summary>All that can be filled in.</summary>
    public static IReadOnlyList<string> Variables { get; } = [Customer, Agent, Product];

    /// <summary>
    /// Fills the variables in. In Korean a pair of particles after one takes the form that fits: <c>{product}은/는</c> becomes 이어폰은.
    /// </summary>
    /// <param name="values">
    /// By name. A variable that is missing here stays as it is. One that is empty goes, with its 님, its particle and the comma that joined it:
    /// <c>안녕하세요, {customer}님!</c> becomes 안녕하세요!
    /// </param>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values, Language language) => Variable().Replace(text, found =>
    {
        if (!values.TryGetValue(found.Groups["name"].Value, out var value))
            return found.Value;
        var (title, particle, after) = (found.Groups["title"].Value, found.Groups["particle"].Value, found.Groups["after"].Value);
        if (value.Length == 0)
            return found.Index == 0 || text[found.Index - 1] == '\n' ? "" : after;
        var word = value + title;
        return found.Groups["before"].Value + (particle.Length == 0 ? word : language == Language.Korean ? Hangul.With(word, particle) : word + particle) + after;
    });

    /// <summary>Whether a variable has not been filled in.</summary>
    public static bool HasGaps(string text) => Gap().IsMatch(text);

    /// <summary>The names of the variables of a text that nothing can fill in.</summary>
    public static IReadOnlyList<string> Unknown(string text) => [.. Gap().Matches(text).Select(g => g.Groups["name"].Value).Except(Variables)];

    [GeneratedRegex(
        @"(?<before>,?[^\S\n]{0,8})\{(?<name>\p{L}[\p{L}\p{N}_-]{0,30})\}(?<title>님)?(?<particle>은/는|이/가|을/를|과/와|으로/로|아/야|이나/나|이라/라|이에요/예요)?(?<after>,?[^\S\n]{0,8})",
        RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Variable();

    [GeneratedRegex(@"\{(?<name>\p{L}[\p{L}\p{N}_-]{0,30})\}", RegexRules.Options, RegexRules.Timeout)]
    private static partial Regex Gap();
}
