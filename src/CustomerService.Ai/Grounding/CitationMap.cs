using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using CustomerService.Core.Answers;

namespace CustomerService.Ai.Grounding;

/// <summary>Turns a model's citation marks, which bear the prompt's numbers, into those of the answer, in order of first use.</summary>
/// <param name="alreadyCited">How many citations the answer has before, where this one goes on.</param>
internal sealed partial class CitationMap(IReadOnlyList<EvidenceItem> items, int alreadyCited = 0)
{
    private const int WidestRange = 50;
    private readonly Dictionary<int, EvidenceItem> _items = items.DistinctBy(i => i.Number).ToDictionary(i => i.Number);
    private readonly Dictionary<string, int> _numbers = [];

    /// <returns>The sentence with the answer's numbers and without marks that lead nowhere, and the citations that it uses first.</returns>
    public (string Text, IReadOnlyList<Citation> New) Renumber(string sentence)
    {
        var cited = new List<Citation>();
        var text = Marks().Replace(sentence, marks =>
        {
            var written = new StringBuilder();
            foreach (var number in Numbers(marks).Where(_items.ContainsKey).Select(n => NumberOf(_items[n], cited)).Distinct())
                written.Append(CultureInfo.InvariantCulture, $"[{number}]");
            return written.Length == 0 ? "" : marks.Groups["space"].Value + written;
        });
        return (text, cited);
    }

    private int NumberOf(EvidenceItem item, List<Citation> cited)
    {
        if (_numbers.TryGetValue(item.EvidenceId, out var known))
            return known;
        var number = alreadyCited + _numbers.Count + 1;
        _numbers[item.EvidenceId] = number;
        cited.Add(new(number, item.Kind, item.EvidenceId, item.Label, item.Quote));
        return number;
    }

    private static IEnumerable<int> Numbers(Match marks) => Part().Matches(marks.Value).SelectMany(part =>
    {
        var from = int.Parse(part.Groups["from"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var to = part.Groups["to"].Success ? int.Parse(part.Groups["to"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : from;
        return to - from is >= 0 and <= WidestRange ? Enumerable.Range(from, to - from + 1) : [];
    });

    [GeneratedRegex(@"(?<space>[ \t]{0,4})(\[[ ]?[0-9]{1,4}([ ]?[,;–-][ ]?[0-9]{1,4}){0,20}[ ]?\]){1,20}", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Marks();

    [GeneratedRegex(@"(?<from>[0-9]{1,4})([ ]?[–-][ ]?(?<to>[0-9]{1,4}))?", RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Part();
}
