using CustomerService.Ai.Grounding;
using CustomerService.Core.Answers;
using CustomerService.Core.Text;

namespace CustomerService.Ai.Gateway;

/// <summary>
/// A model's text on its way to the customer: cut into sentences, each checked against the evidence before it is passed on. Of the
/// first sentence, words that need no check go out at once, so that the answer begins when the model does.
/// </summary>
internal sealed class CheckedText(EvidenceFigures evidence, CitationMap citations, Language language)
{
    /// <summary>No answer is that long; what comes after is not read.</summary>
    private const int MaxLength = 20_000;

    private readonly AnswerCheck _check = new(evidence);
    private readonly SentenceSplitter _sentences = new();
    private bool _isFirst = true;
    private bool _needsCheck;
    private int _shown;
    private int _length;

    public bool HasText { get; private set; }
    public bool IsTooLong => _length > MaxLength;

    public IEnumerable<AnswerPart> Add(string delta)
    {
        _length += delta.Length;
        foreach (var sentence in _sentences.Add(delta))
        {
            foreach (var part in Pass(sentence))
                yield return part;
        }

        if (!_isFirst || _needsCheck || !delta.AsSpan().ContainsAny(" \n"))
            yield break;
        var rest = _sentences.Rest()[_shown..];
        var safe = SentenceSplitter.SafePrefix(rest);
        _needsCheck = safe <= rest.TrimEnd().LastIndexOfAny([' ', '\n']);
        // A space at the end may turn out to be the next sentence's.
        if (rest[..safe].TrimEnd() is { Length: > 0 } words)
        {
            yield return new AnswerPart.Text(HasText ? words : words.TrimStart());
            (_shown, HasText) = (_shown + words.Length, true);
        }
    }

    /// <summary>The end of the text.</summary>
    /// <param name="brokeOff">Whether it ends in the middle: a last word that may be cut is left out.</param>
    public IEnumerable<AnswerPart> Finish(bool brokeOff)
    {
        var rest = _sentences.Finish();
        if (brokeOff)
            rest = rest[..Math.Max(_shown, rest.LastIndexOfAny([' ', '\n']) is > 0 and var end ? end : 0)];
        return rest.Length > _shown ? Pass(rest) : [];
    }

    private IEnumerable<AnswerPart> Pass(string sentence)
    {
        var shown = Math.Min(_shown, sentence.Length);
        (_shown, _isFirst) = (_shown - shown, _isFirst && string.IsNullOrWhiteSpace(sentence));
        if (_check.Next(sentence) is { } held)
        {
            yield return new AnswerPart.Held(held);
            if (!string.IsNullOrWhiteSpace(sentence[..shown]))
                yield return new AnswerPart.Text(language.Choose("… (확인되지 않은 내용이라 생략했습니다.)", "… (left out: the shop's data does not confirm it.)"));
            yield break;
        }

        var (text, used) = citations.Renumber(sentence[shown..]);
        foreach (var citation in used)
            yield return new AnswerPart.Cite(citation);
        if (!HasText)
            text = text.TrimStart();
        if (text.Length == 0)
            yield break;
        HasText = true;
        yield return new AnswerPart.Text(text);
    }
}
