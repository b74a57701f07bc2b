using System.Text;

namespace CustomerService.Ai.Grounding;

/// <summary>
/// Cuts a stream of text into sentences as they become complete. Each keeps the white space before it, so that all of them together
/// are the text as it came. A sentence ends at its mark, with the citations behind it, or at the end of the line.
/// </summary>
internal sealed partial class SentenceSplitter
{
    public const int LongestSentence = 2_000;
    private const int LongestMark = 24;

    private readonly StringBuilder _text = new();
    private readonly List<char> _open = [];
    private State _state = State.Within;
    private bool _hasWords;
    private int _end;
    private int _markStart;

    private enum State
    {
        Within,
        /// <summary>Behind a mark that ends the sentence if white space follows.</summary>
        BehindMark,
        /// <summary>In the white space behind a sentence that may yet have a citation.</summary>
        BehindSentence,
        /// <summary>In what may be a citation.</summary>
        InCitation,
    }

    /// <summary>What is not yet complete.</summary>
    public string Rest() => _text.ToString();

    /// <summary>The sentences that the new text completes.</summary>
    public IReadOnlyList<string> Add(string delta)
    {
        var complete = new List<string>();
        foreach (var c in delta)
            Take(c, complete);
        return complete;
    }

    /// <summary>Hands out what is left; the next text begins a new sentence.</summary>
    public string Finish()
    {
        var rest = _text.ToString();
        Begin("");
        return rest;
    }

    private void Take(char c, List<string> complete)
    {
        switch (_state)
        {
            case State.BehindMark when IsEndMark(c) || IsClosing(c):
                _text.Append(c);
                _end = _text.Length;
                break;
            case State.BehindMark or State.BehindSentence when c == '[':
                _markStart = _text.Length;
                _text.Append(c);
                _state = State.InCitation;
                break;
            case State.BehindMark or State.BehindSentence when c == '\n':
                Complete(_end, complete);
                Take(c, complete);
                break;
            case State.BehindMark or State.BehindSentence when char.IsWhiteSpace(c):
                _text.Append(c);
                _state = State.BehindSentence;
                break;
            case State.BehindSentence:
                Complete(_end, complete);
                Take(c, complete);
                break;
            case State.InCitation:
                TakeCitation(c, complete);
                break;
            default:
                // The mark was none: 4.5, or e.g. an address.
                _state = State.Within;
                TakeWithin(c, complete);
                break;
        }

        if (_text.Length >= LongestSentence)
            Complete(char.IsHighSurrogate(_text[^1]) ? _text.Length - 1 : _text.Length, complete);
    }

    private void TakeCitation(char c, List<string> complete)
    {
        _text.Append(c);
        if (c == ']' && _text.Length > _markStart + 2)
        {
            _end = _text.Length;
            _state = State.BehindMark;
        }
        else if (!(char.IsAsciiDigit(c) || c is ',' or '-' or '–' or ' ') || _text.Length - _markStart > LongestMark)
        {
            if (char.IsWhiteSpace(_text[_markStart - 1]))
                Complete(_end, complete);
            _state = State.Within;
        }
    }

    private void TakeWithin(char c, List<string> complete)
    {
        if (c == '\n' && _hasWords)
            Complete(_text.Length, complete);
        if (char.IsWhiteSpace(c))
        {
            if (_hasWords && EndsInKorean())
            {
                _end = _text.Length;
                _state = State.BehindSentence;
            }

            _text.Append(c);
            return;
        }

        _hasWords = true;
        var isEnd = IsEndMark(c) && _open.Count == 0 && !(c == '.' && IsAbbreviation());
        Nest(c);
        _text.Append(c);
        if (!isEnd)
            return;
        _end = _text.Length;
        _state = c is '。' or '！' or '？' ? State.BehindSentence : State.BehindMark;
    }

    private void Complete(int length, List<string> complete)
    {
        complete.Add(_text.ToString(0, length));
        Begin(_text.ToString(length, _text.Length - length));
    }

    private void Begin(string rest)
    {
        _text.Clear().Append(rest);
        _state = State.Within;
        _open.Clear();
        _hasWords = !string.IsNullOrWhiteSpace(rest);
    }

    private void Nest(char c)
    {
        if (_open.Count > 0 && _open[^1] == c)
        {
            _open.RemoveAt(_open.Count - 1);
            return;
        }

        char? closing = c switch
        {
            '(' => ')',
            '[' => ']',
            '“' => '”',
            '‘' => '’',
            '「' => '」',
            '『' => '』',
            // After a digit it is an inch.
            '"' when _text.Length == 0 || !char.IsAsciiDigit(_text[^1]) => '"',
            _ => null,
        };
        if (closing is { } mark && _open.Count < LongestMark)
            _open.Add(mark);
    }

    /// <summary>e.g., No., or the number of a list at the beginning of a line.</summary>
    private bool IsAbbreviation()
    {
        var start = _text.Length;
        while (start > 0 && _text.Length - start < LongestMark && (char.IsLetterOrDigit(_text[start - 1]) || _text[start - 1] == '.'))
            start--;
        var word = _text.ToString(start, _text.Length - start);
        if (word.Length is 1 or 2 && word.All(char.IsAsciiDigit))
            return IsAtBeginning(start);
        return word.Length == 1 && char.IsAsciiLetterUpper(word[0]) || Abbreviations.Contains(word);
    }

    private bool IsAtBeginning(int index)
    {
        for (var i = index - 1; i >= 0; i--)
        {
            if (!char.IsWhiteSpace(_text[i]) && _text[i] is not ('*' or '-' or '#' or '('))
                return false;
        }

        return true;
    }

    private bool EndsInKorean() =>
        _open.Count == 0 && _text.Length > 2 && _text[^2] == '니' && _text[^1] is '다' or '까' && !char.IsWhiteSpace(_text[^3]);

    private static bool IsEndMark(char c) => c is '.' or '!' or '?' or '。' or '！' or '？' or '…';

    private static bool IsClosing(char c) => c is '"' or '”' or '’' or '\'' or ')' or '」' or '』' or '*';

    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "e.g", "i.e", "vs", "no", "approx", "mr", "mrs", "ms", "dr", "st", "inc", "ltd", "co", "min", "max", "incl", "est", "fig", "cf", "a.m", "p.m", "u.s",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    };
}
