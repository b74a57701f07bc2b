namespace CustomerService.Core.Documents;

/// <summary>A stretch of a document that can be understood by itself: a section, or a part of one. Lies within one page.</summary>
/// <param name="Page">From 1.</param>
/// <param name="Chapter">The heading above <paramref name="Heading"/>; empty where there is none.</param>
/// <param name="Heading">The heading under which it stands; empty before the first.</param>
/// <param name="Text">The words of the document, lines joined by spaces, without headings; never empty, at most <see cref="PassageCutter.MaxLength"/> characters.</param>
public sealed record Passage(int Page, string Chapter, string Heading, string Text);

/// <param name="Score">Above 0; only to be compared with other hits of the same question.</param>
/// <param name="Coverage">Which part of what the question asks about is spoken of in the passage, rare words counting more: 0 to 1.</param>
/// <param name="Quote">Those sentences of it that answer best, word for word and in their order.</param>
public sealed record PassageHit(Passage Passage, double Score, double Coverage, IReadOnlyList<string> Quote);
