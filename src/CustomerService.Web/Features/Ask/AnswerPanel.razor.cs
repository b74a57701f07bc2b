using CustomerService.Core.Answers;

namespace CustomerService.Web.Features.Ask;

/// <summary>The question and its answer; the only part that is drawn while the answer grows.</summary>
public sealed partial class AnswerPanel
{
    protected override AskChanges Concerns => AskChanges.Text | AskChanges.Answer;

    private static string? Note(ShownAnswer answer) => answer switch
    {
        { State: AnswerState.Stopped } => "AnswerState_Stopped",
        { State: AnswerState.Interrupted } => "AnswerState_Interrupted",
        { State: AnswerState.Running, IsGrowing: false } => "AnswerState_Elsewhere",
        _ => null,
    };

    private string EvidenceAddress(Citation citation) => $"{Session.Address}#{LookupCard.IdOf(citation.Kind)}";
}
