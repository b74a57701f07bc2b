using CustomerService.Core.Answers;

namespace CustomerService.Web.Features.Ask;

/// <summary>The questions asked on this page, newest first.</summary>
public sealed partial class EarlierQuestions
{
    protected override AskChanges Concerns => AskChanges.Earlier | AskChanges.Answer;

    private static string AddressOf(AnswerSummary answer) =>
        new AskAddress(answer.ProductId, answer.CustomerId, answer.Question, answer.Id).ToString();
}
