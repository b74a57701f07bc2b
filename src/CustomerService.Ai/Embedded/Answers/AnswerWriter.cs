using System.Text;
using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using CustomerService.Core.Text;

namespace CustomerService.Ai.Embedded.Answers;

/// <summary>Something a statement can rest on.</summary>
internal sealed record EvidenceRef(LookupKind Kind, string Id, string Label, string? Quote = null);

/// <summary>
/// Collects statements with their citations as answer parts: one part a statement, so that a stream ends cleanly wherever it is
/// stopped. Evidence that is cited again keeps its number.
/// </summary>
internal sealed class AnswerWriter(Language language, bool forAgent = false)
{
    private readonly List<AnswerPart> _parts = [];
    private readonly Dictionary<string, int> _numbers = [];
    private readonly HashSet<string> _said = [];
    private Position _position = Position.Start;

    private enum Position
    {
        Start,
        InParagraph,
        InList,
    }

    public Language Language { get; } = language;

    /// <summary>Whether a person is to send it as their own words.</summary>
    public bool IsForAgent { get; } = forAgent;

    public IReadOnlyList<AnswerPart> Parts => _parts;

    public bool Korean => Language == Language.Korean;

    /// <summary>Words of others, on one line and without what would read as markup or as a citation.</summary>
    public static string Plain(string words) =>
        string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace('[', '［').Replace(']', '］').Replace('*', '＊');

    /// <summary>One sentence of running text. What was said before is not said again.</summary>
    public void Say(string korean, string english, params EvidenceRef[] evidence)
    {
        if (!_said.Add(Language.Choose(korean, english)))
            return;
        Write(_position switch
        {
            Position.Start => "",
            Position.InParagraph => " ",
            _ => "\n\n",
        }, Language.Choose(korean, english), evidence);
        _position = Position.InParagraph;
    }

    /// <summary>One point of a list.</summary>
    public void Point(string korean, string english, params EvidenceRef[] evidence)
    {
        Write(_position switch
        {
            Position.Start => "- ",
            Position.InParagraph => "\n\n- ",
            _ => "\n- ",
        }, Language.Choose(korean, english), evidence);
        _position = Position.InList;
    }

    /// <summary>Begins a new paragraph with the next sentence.</summary>
    public void Break()
    {
        if (_position == Position.InParagraph)
            _position = Position.InList;
    }

    private void Write(string lead, string statement, EvidenceRef[] evidence)
    {
        var text = new StringBuilder(lead).Append(statement);
        foreach (var source in evidence.DistinctBy(e => e.Id))
        {
            if (!_numbers.TryGetValue(source.Id, out var number))
            {
                number = _numbers.Count + 1;
                _numbers[source.Id] = number;
                _parts.Add(new AnswerPart.Cite(new Citation(number, source.Kind, source.Id, source.Label, source.Quote)));
            }

            text.Append('[').Append(number).Append(']');
        }

        _parts.Add(new AnswerPart.Text(text.ToString()));
    }
}
