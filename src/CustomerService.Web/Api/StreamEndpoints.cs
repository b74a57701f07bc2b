using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CustomerService.Core.Answers;
using CustomerService.Core.Models;
using CustomerService.Core.Usage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CustomerService.Web.Api;

/// <summary><c>/api/ai/stream</c>: one message to a model, its text as it comes.</summary>
internal static class StreamEndpoints
{
    private const int MaxBodyBytes = 256 * 1024;
    private const int MaxMessageLength = 20_000;
    private const string AnsweredBy = "X-Answered-By";
    private const string End = "[DONE]";

    public static void Map(RouteGroupBuilder api) => api.MapPost("/ai/stream", AskAsync)
        .Accepts<StreamRequest>("application/json")
        .Produces<string>(StatusCodes.Status200OK, "text/event-stream")
        .ProducesValidationProblem()
        .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
        .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
        .ProducesProblem(StatusCodes.Status502BadGateway)
        .WithSummary("Sends one message to a model and streams its text: data: {\"content\":\"…\"} …, then data: [DONE].")
        .WithDescription($"Without a configured model endpoint the embedded assistant answers. The header {AnsweredBy} tells who does. A text that breaks off ends in data: {{\"error\":{{\"code\":\"…\",\"message\":\"…\"}}}} and has no [DONE].");

    private static async Task<IResult> AskAsync(HttpContext http, ITextModel models, IAnswerRuns runs)
    {
        var (request, refused) = await ApiBody.ReadAsync(http, ApiJson.Default.StreamRequest, MaxBodyBytes).ConfigureAwait(false);
        if (refused is not null)
            return refused;
        var model = string.IsNullOrWhiteSpace(request?.Model) ? null : request.Model.Trim();
        var message = request?.Message ?? "";
        var hasModels = models.Names.Count > 0;
        var limit = hasModels ? MaxMessageLength : CustomerQuery.MaxQuestionLength;
        if (string.IsNullOrWhiteSpace(message))
            return Wrong("message", "Must not be empty.");
        if (message.Length > limit)
            return Wrong("message", $"Must have at most {limit:N0} characters.");

        if (hasModels)
        {
            return model is null || models.Names.Contains(model, StringComparer.Ordinal)
                ? await TellAsync(http, AskModelAsync(models, new(message, model, ModelPurpose.Stream, ApiKeyFilter.CallerOf(http)), http.RequestAborted)).ConfigureAwait(false)
                : Wrong("model", $"Must be one of {string.Join(", ", models.Names)}.");
        }

        var (query, problems) = CustomerQuery.Create(message, null, null, null, null, Surface.Api);
        return query is null
            ? Wrong("message", [.. problems.Select(ApiProblems.Message)])
            : await TellAsync(http, AskEmbeddedAsync(runs, query, http.RequestAborted)).ConfigureAwait(false);
    }

    private static ValidationProblem Wrong(string field, params string[] messages) =>
        TypedResults.ValidationProblem(new Dictionary<string, string[]> { [field] = messages }, title: "The request has wrong values");

    /// <summary>What comes, whoever writes it.</summary>
    private abstract record Piece
    {
        public sealed record By(string Author) : Piece;

        public sealed record Text(string Value) : Piece;

        /// <param name="Problem">What to answer when there was no text before.</param>
        public sealed record Broken(ErrorMessage Error, IResult Problem) : Piece;
    }

    private static async IAsyncEnumerable<Piece> AskModelAsync(ITextModel models, TextRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var piece in models.StreamAsync(request, cancellationToken).ConfigureAwait(false))
        {
            if (piece is TextPiece.Author author)
                yield return new Piece.By(author.Model);
            else if (piece is TextPiece.Text text)
                yield return new Piece.Text(text.Value);
            else if (piece is TextPiece.Failed { Fault: var fault })
                yield return new Piece.Broken(new(ModelProblems.Code(fault), ModelProblems.Message(fault)), ModelProblems.Of(fault));
        }
    }

    private static async IAsyncEnumerable<Piece> AskEmbeddedAsync(IAnswerRuns runs, CustomerQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var run = runs.Start(query);
        try
        {
            await foreach (var (_, next) in run.FollowAsync(0, cancellationToken).ConfigureAwait(false))
            {
                if (next is AnswerEvent.Authored { By: var by })
                    yield return new Piece.By(by.Model ?? "embedded");
                else if (next is AnswerEvent.TextDelta text)
                    yield return new Piece.Text(text.Text);
                else if (next is AnswerEvent.Failed { Code: var code })
                    yield return Broken(code);
                else if (next is AnswerEvent.Completed { Answer.State: not AnswerState.Completed })
                    yield return Broken(AnswerFailure.Internal);
            }
        }
        finally
        {
            // Nobody else knows this run.
            if (!run.IsFinished)
                await run.StopAsync().ConfigureAwait(false);
        }

        Piece.Broken Broken(AnswerFailure code) => new(
            new(JsonNamingPolicy.CamelCase.ConvertName(code.ToString()), ApiProblems.FailureMessage(code, query.AnswerId)), ApiProblems.Failed(code, query.AnswerId));
    }

    /// <summary>Until the first text it is open whether there will be any; only then may the response begin.</summary>
    private static async Task<IResult> TellAsync(HttpContext http, IAsyncEnumerable<Piece> source)
    {
        var pieces = source.GetAsyncEnumerator(http.RequestAborted);
        var first = "";
        while (first.Length == 0 && await pieces.MoveNextAsync().ConfigureAwait(false))
        {
            switch (pieces.Current)
            {
                case Piece.By by:
                    http.Response.Headers[AnsweredBy] = by.Author;
                    break;
                case Piece.Text text:
                    first = text.Value;
                    break;
                case Piece.Broken broken:
                    await pieces.DisposeAsync().ConfigureAwait(false);
                    return broken.Problem;
            }
        }

        return TypedResults.ServerSentEvents(ItemsAsync(first, pieces));
    }

    private static async IAsyncEnumerable<SseItem<string>> ItemsAsync(string first, IAsyncEnumerator<Piece> rest)
    {
        await using (rest.ConfigureAwait(false))
        {
            if (first.Length > 0)
                yield return Content(first);
            while (await rest.MoveNextAsync().ConfigureAwait(false))
            {
                if (rest.Current is Piece.Text text)
                {
                    yield return Content(text.Value);
                }
                else if (rest.Current is Piece.Broken broken)
                {
                    yield return new(JsonSerializer.Serialize(new BrokenOffMessage(broken.Error), ApiFormat.Json.BrokenOffMessage));
                    yield break;
                }
            }

            yield return new(End);
        }
    }

    private static SseItem<string> Content(string text) => new(JsonSerializer.Serialize(new ContentMessage(text), ApiFormat.Json.ContentMessage));
}
