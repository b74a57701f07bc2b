using System.Globalization;
using CustomerService.Core.Answers;

namespace CustomerService.Web.Features.Ask;

/// <summary>The question and its answer; the only part that is drawn while the answer grows.</summary>
public sealed partial class AnswerPanel
{
    protected override AskChanges Concerns => AskChanges.Text | AskChanges.Answer;

    private string? Note(ShownAnswer answer) => answer switch
    {
        { State: AnswerState.Stopped } => L["AnswerState_Stopped"].Value,
        { State: AnswerState.Interrupted, Whole.Fault: { } fault } => L["AnswerState_BrokeOff", L[$"Fault_{fault}"]].Value,
        { State: AnswerState.Interrupted } => L["AnswerState_Interrupted"].Value,
        { State: AnswerState.Running, IsGrowing: false } => L["AnswerState_Elsewhere"].Value,
        _ => null,
    };

    /// <summary>Dollars with as many digits as tell something: a single answer costs fractions of a cent.</summary>
    private string Cost(TokenUsage usage) => usage.Cost is { } cost
        ? "$" + cost.ToString(cost >= 0.1m ? "0.00" : "0.00####", CultureInfo.InvariantCulture)
        : L["CostUnknown"];

    private static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private string EvidenceAddress(Citation citation) => $"{Session.Address}#{LookupCard.IdOf(citation.Kind)}";
}
