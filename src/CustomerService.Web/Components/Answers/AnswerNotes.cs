using CustomerService.Core.Answers;
using Microsoft.Extensions.Localization;

namespace CustomerService.Web.Components.Answers;

/// <summary>What is to be said of how an answer ended.</summary>
public static class AnswerNotes
{
    /// <returns>Null when nothing need be said.</returns>
    public static string? Note(this IStringLocalizer<AnswersText> text, ShownAnswer answer) => answer switch
    {
        { State: AnswerState.Stopped } => text["AnswerState_Stopped"].Value,
        { State: AnswerState.Interrupted, Whole.Fault: { } fault } => text["AnswerState_BrokeOff", text[$"Fault_{fault}"]].Value,
        { State: AnswerState.Interrupted } => text["AnswerState_Interrupted"].Value,
        { State: AnswerState.Running, IsGrowing: false } => text["AnswerState_Elsewhere"].Value,
        _ => null,
    };
}
