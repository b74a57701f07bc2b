using System.Text.RegularExpressions;

namespace CustomerService.Ai.Grounding;

/// <summary>Where a sentence names an owner.</summary>
/// <param name="IsCompared">Whether it is only what something else is compared with: 프로보다, than the Pro.</param>
internal sealed record Mention(Owner Owner, int Start, int End, bool IsCompared);

/// <summary>A sentence's figures, the owners it names, and which belongs to which.</summary>
internal sealed partial class SentenceReading
{
    private const char Mask = '□';
    private readonly List<Mention> _mentions = [];
    private readonly List<int> _cuts = [0];

    public SentenceReading(string visible, IReadOnlyList<OwnerName> names)
    {
        var masked = visible.ToCharArray();
        var taken = new bool[masked.Length];
        foreach (var name in names)
            FindName(visible, name, taken, masked);
        Text = new string(masked);
        foreach (Match stars in StarLevel().Matches(Text))
            _mentions.Add(new(new(OwnerType.Stars, $"{NumberWords.FromWords(stars.Groups["n"].Value) ?? NumberWords.Parse(stars.Groups["n"].ValueSpan):0}"), stars.Index, stars.Index + stars.Length, false));
        _mentions.Sort((a, b) => a.Start.CompareTo(b.Start));
        foreach (Match cut in ClauseEnd().Matches(Text))
            _cuts.Add(cut.Index + cut.Length);
        _cuts.Add(Text.Length);
        Figures = Grounding.Figures.In(Text);
    }

    /// <summary>The sentence with the names of products masked, since numbers in them are no figures.</summary>
    public string Text { get; }
    public IReadOnlyList<Figure> Figures { get; }
    public IReadOnlyList<Mention> Mentions => _mentions;

    public bool Names(OwnerType type) => _mentions.Exists(m => m.Owner.Type == type);

    public (int Start, int End) ClauseAt(int position)
    {
        var i = _cuts.FindLastIndex(c => c <= position);
        return (_cuts[i], i + 1 < _cuts.Count ? _cuts[i + 1] : Text.Length);
    }

    /// <summary>The words of the clause between the figures on either side.</summary>
    public (string Before, string After) Around(Figure figure)
    {
        var (from, to) = ClauseAt(figure.Start);
        foreach (var other in Figures)
        {
            if (other.End <= figure.Start)
                from = Math.Max(from, other.End);
            else if (other.Start >= figure.End)
                to = Math.Min(to, other.Start);
        }

        return (Text[from..figure.Start], Text[figure.End..Math.Max(figure.End, to)]);
    }

    /// <summary>How many owners of the type the clause names.</summary>
    public int NamedBeside(int position, OwnerType type)
    {
        var (from, to) = ClauseAt(position);
        return _mentions.Where(m => m.Owner.Type == type && m.Start >= from && m.End <= to).Select(m => m.Owner).Distinct().Count();
    }

    /// <summary>
    /// The owner of the type that the words at this place belong to: one that they name themselves, else what directly follows ("45 in Busan"), else the nearest before it in its
    /// clause, else the nearest after it there, else the nearest before it in the sentence, else the nearest after. Null when the sentence names none.
    /// </summary>
    public Owner? OwnerOf(int start, int end, OwnerType type)
    {
        var all = _mentions.Where(m => m.Owner.Type == type).ToList();
        if (all.Count == 0)
            return null;
        if (all.FindLast(m => m.Start >= start && m.End <= end) is { } within && type != OwnerType.Stars)
            return within.Owner;
        if (all.Find(m => m.Start >= end && m.Start - end < 40 && DirectlyBefore().IsMatch(Text[end..m.Start])) is { } direct)
            return direct.Owner;
        if (Respectively().IsMatch(Text) && InOrder(start, type) is { } ordered)
            return ordered;
        var (from, to) = ClauseAt(start);
        var before = all.FindLast(m => m.End <= start && (!m.IsCompared || ItsOwn().IsMatch(Text[m.End..start])));
        var after = all.Find(m => m.Start >= end && !m.IsCompared && (type == OwnerType.Stars || !Figures.Any(f => f.Start >= end && f.End <= m.Start)));
        return before?.Start >= from ? before.Owner : after?.End <= to ? after.Owner : (before ?? after)?.Owner;
    }

    /// <summary>With 각각 or respectively the figures follow in the order of their owners.</summary>
    private Owner? InOrder(int start, OwnerType type)
    {
        var owners = _mentions.Where(m => m.Owner.Type == type).Select(m => m.Owner).Distinct().ToList();
        var figure = Figures.FirstOrDefault(f => f.Start == start);
        if (owners.Count < 2 || figure is null)
            return null;
        var alike = Figures.Where(f => f.Kind == figure.Kind || (IsNumber(f) && IsNumber(figure))).ToList();
        return alike.Count % owners.Count == 0 ? owners[alike.IndexOf(figure) % owners.Count] : null;
    }

    private static bool IsNumber(Figure figure) => figure.Kind is FigureKind.Plain or FigureKind.Count;

    private void FindName(string visible, OwnerName name, bool[] taken, char[] masked)
    {
        var comparison = name.IsExact ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase;
        for (var at = visible.IndexOf(name.Name, comparison); at >= 0; at = visible.IndexOf(name.Name, at + name.Name.Length, comparison))
        {
            var end = at + name.Name.Length;
            if (taken.AsSpan(at, name.Name.Length).Contains(true) || !IsWhole(visible, at, end))
                continue;
            taken.AsSpan(at, name.Name.Length).Fill(true);
            if (name.Owner.Type == OwnerType.Product || name.Name.Any(char.IsAsciiDigit))
                masked.AsSpan(at, name.Name.Length).Fill(Mask);
            _mentions.Add(new(
                name.Owner, at, end,
                ComparedAfter().IsMatch(visible.AsSpan(end, Math.Min(8, visible.Length - end))) || ComparedBefore().IsMatch(visible.AsSpan(Math.Max(0, at - 20), Math.Min(20, at)))));
        }
    }

    /// <summary>Not within a longer Latin word; a number at the end of a name is not the beginning of a quantity.</summary>
    private static bool IsWhole(string text, int start, int end)
    {
        if (start > 0 && char.IsAsciiLetterOrDigit(text[start]) && char.IsAsciiLetterOrDigit(text[start - 1]))
            return false;
        if (end == text.Length)
            return true;
        if (char.IsAsciiLetterOrDigit(text[end - 1]) && char.IsAsciiLetterOrDigit(text[end]) && !(text[end] == 's' && char.IsAsciiLetter(text[end - 1])))
            return false;
        return !char.IsAsciiDigit(text[end - 1]) || !QuantityGoesOn().IsMatch(text.AsSpan(end, Math.Min(12, text.Length - end)));
    }

    [GeneratedRegex(@"^([.,]\d|\s?(%|퍼센트|시간|개월|개(?!월)|원|만|천|점|건|명|분\s|대\s|그램|인치|일\s)|[\s-](hours?|h|won|reviews?|units?|pieces|percent)\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex QuantityGoesOn();

    [GeneratedRegex(@"(?<![\d.,/]|만점에\s?)(?<n>[1-5])\s?(점(?!\s?만점|대)|[\s-]stars?(?![a-z]))|(?<![a-z])(?<n>one|two|three|four|five)[\s-]stars?(?![a-z])|별\s?(점\s?)?(?<n>[1-5])\s?(개|점)(?!\s?만점)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex StarLevel();

    [GeneratedRegex(
        @"(?<!\d),|,(?!\d)|[;\n]|\s[/·|]\s|\s(and|but|while|whereas|plus|versus|vs\.?|against)\s|(?<=[가-힣])(?<!재|최|창|광|참|중|신)고\s|(?<=[가-힣])(며|지만|는데|은데|으나|반면)\s|(?<=[가-힣\]])[.!?]\s|[a-z\]][.!?]\s",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex ClauseEnd();

    [GeneratedRegex(@"^(\s?\(|\s?(are|is|pieces|units|reviews|left|more|available|in\sstock|complaints?|people|buyers|reviewers|praise|praised|of\sthem|\s){0,4}\s?(in|at|from|for|on|about|of|with)\s(the\s|our\s|its\s){0,1})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex DirectlyBefore();

    [GeneratedRegex(@"^(\s?\(|\s(at|with|has|have)\s|'s\s|의\s)?\s?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex ItsOwn();

    [GeneratedRegex(@"각각|\brespectively\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Respectively();

    [GeneratedRegex(@"^(보다|에\s?비해|\s?대비|[와과]\s?달리|에\s?비하면)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex ComparedAfter();

    [GeneratedRegex(@"(\bthan|\bunlike|compared\s(to|with)|\bover)\s(the\s|our\s)?(its\s)?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex ComparedBefore();
}
