using CustomerService.Core.Answers;
using CustomerService.Core.Documents;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Components;

/// <summary>One block of an answer; drawn again only when its own text or the citations it marks have changed.</summary>
public sealed partial class AnswerBlockView
{
    private (AnswerBlock Block, bool Growing, int Known) _drawn;

    [Parameter, EditorRequired]
    public required AnswerBlock Block { get; set; }

    [Parameter]
    public bool Growing { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<Citation> Citations { get; set; }

    [Parameter, EditorRequired]
    public required Func<Citation, string> EvidenceAddress { get; set; }

    protected override bool ShouldRender() => _drawn != Current();

    protected override void OnAfterRender(bool firstRender) => _drawn = Current();

    private (AnswerBlock Block, bool Growing, int Known) Current() =>
        (Block, Growing, Block.Items.SelectMany(i => AnswerMarkup.Spans(i, growing: false)).Count(s => s.Citation is { } n && Find(n) is not null));

    private Citation? Find(int number) => Citations.FirstOrDefault(c => c.Number == number);

    /// <summary>A quotation from a document is read where it stands.</summary>
    private static string? Document(Citation citation) => DocumentPlace.TryGetAddress(citation.EvidenceId, out var address) ? address : null;

    private static string Spoken(Citation citation) => citation.Quote is { } quote ? $"{citation.Label}: {quote}" : citation.Label;
}
