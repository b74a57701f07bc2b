using System.Text;
using System.Text.Json;
using CustomerService.Core.Answers;
using CustomerService.Core.Models;
using CustomerService.Core.Usage;

namespace CustomerService.Cli.Batch;

internal interface IBatchWork
{
    /// <exception cref="OperationCanceledException">There is no result, because it was stopped.</exception>
    Task<BatchResult> DoAsync(BatchItem item, CancellationToken cancellationToken);
}

/// <summary>Prompts: one call to a model each.</summary>
internal sealed class PromptWork(ITextModel models, string? model) : IBatchWork
{
    public async Task<BatchResult> DoAsync(BatchItem item, CancellationToken cancellationToken)
    {
        var (text, author) = (new StringBuilder(), model);
        await foreach (var piece in models.StreamAsync(new(item.Text, model, ModelPurpose.Batch, "batch"), cancellationToken).ConfigureAwait(false))
        {
            switch (piece)
            {
                case TextPiece.Author by:
                    author = by.Model;
                    break;
                case TextPiece.Text more:
                    text.Append(more.Value);
                    break;
                case TextPiece.Ended ended:
                    return BatchResult.Succeeded(item, text.ToString(), author, ended.Usage, ended.Total - ended.Waited);
                case TextPiece.Failed { Fault: var fault }:
                    return BatchResult.Failed(item, author, FaultWords.ErrorOf(fault));
            }
        }

        throw new InvalidOperationException("A model's text ended without its last piece.");
    }
}

/// <summary>Questions: the whole way from the lookups to the stored answer each.</summary>
internal sealed class QuestionWork(IAnswerRuns runs) : IBatchWork
{
    public async Task<BatchResult> DoAsync(BatchItem item, CancellationToken cancellationToken)
    {
        var (query, _) = CustomerQuery.Create(item.Text, item.ProductId, item.CustomerId, null, null, Surface.CommandLine);
        var run = runs.Start(query!);
        await using var stop = cancellationToken.Register(() => { _ = run.StopAsync(); });
        AnswerEvent? last = null;
        await foreach (var (_, next) in run.FollowAsync(0, CancellationToken.None).ConfigureAwait(false))
            last = next;
        switch (last)
        {
            case AnswerEvent.Completed { Answer: { State: AnswerState.Completed } answer }:
                return BatchResult.Succeeded(item, answer.Text, answer.Model, answer.Usage, answer.Timings.Total, answer.Id);
            case AnswerEvent.Completed { Answer: { Fault: { } fault } answer }:
                return BatchResult.Failed(item, answer.Model, FaultWords.ErrorOf(fault), answer.Id);
            case AnswerEvent.Failed { Code: AnswerFailure.InvalidInput, Problems: var problems }:
                return BatchResult.Failed(item, null, new("invalidInput", string.Join(" ", problems.Select(Words))));
            case AnswerEvent.Failed { Code: var code }:
                return BatchResult.Failed(item, null, new(JsonNamingPolicy.CamelCase.ConvertName(code.ToString()), "The answer could not be written or kept. The log has the cause."), run.Id);
            default:
                throw new OperationCanceledException(cancellationToken);
        }
    }

    private static string Words(InputProblem problem) => problem.Field switch
    {
        InputField.ProductId => "There is no such product.",
        InputField.CustomerId => "There is no such customer.",
        _ => "The question was refused.",
    };
}
