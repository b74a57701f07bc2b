using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;

namespace CustomerService.Web.Api;

/// <summary><c>/api/answers</c>: ask, streamed or whole, and read again.</summary>
internal static class AnswerEndpoints
{
    private const int MaxBodyBytes = 64 * 1024;
    private const string EventStream = "text/event-stream";

    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/answers", AskAsync)
            .Accepts<AnswerRequest>("application/json")
            .Produces<AnswerMessage>(StatusCodes.Status200OK, "application/json", EventStream)
            .ProducesValidationProblem()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .WithSummary("Asks a question. With Accept: text/event-stream the lookups and the text are streamed as they come.");
        api.MapGet("/answers/{answerId}", FindAsync)
            .Produces<AnswerMessage>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("The stored answer.");
    }

    private static async Task<IResult> AskAsync(HttpContext http, IAnswerRuns runs)
    {
        var (request, refused) = await ApiBody.ReadAsync(http, ApiJson.Default.AnswerRequest, MaxBodyBytes).ConfigureAwait(false);
        if (refused is not null)
            return refused;
        request ??= new(null, null, null, null, null);
        var context = request.Context is { } c ? new CustomerContext(c.AgeGroup, c.UseCase, c.Interests) : null;
        var (query, problems) = CustomerQuery.Create(request.Question, request.ProductId, request.CustomerId, request.Language, context, Surface.Api);
        if (query is null)
            return ApiProblems.Invalid(problems);

        // Until the first event it is open whether the product and the customer exist; only then may the response begin.
        var run = runs.Start(query);
        var events = run.FollowAsync(0, http.RequestAborted).GetAsyncEnumerator(http.RequestAborted);
        await events.MoveNextAsync().ConfigureAwait(false);
        if (events.Current.Event is AnswerEvent.Failed early)
        {
            await events.DisposeAsync().ConfigureAwait(false);
            return early.Code == AnswerFailure.InvalidInput ? ApiProblems.Invalid(early.Problems) : ApiProblems.Failed(early.Code, run.Id);
        }

        if (WantsStream(http.Request))
            return TypedResults.ServerSentEvents(StreamAsync(query, events, http.RequestAborted));

        await using (events)
        {
            var last = events.Current.Event;
            while (await events.MoveNextAsync().ConfigureAwait(false))
                last = events.Current.Event;

            return last switch
            {
                AnswerEvent.Completed completed => TypedResults.Json(AnswerMessage.Of(completed.Answer), AnswerJson.Compact.AnswerMessage),
                AnswerEvent.Failed failed => ApiProblems.Failed(failed.Code, run.Id),
                _ => throw new InvalidOperationException("A run ended without its last event."),
            };
        }
    }

    private static async IAsyncEnumerable<SseItem<string>> StreamAsync(
        CustomerQuery query, IAsyncEnumerator<NumberedEvent> events, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using (events)
        {
            do
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (Item(query, events.Current.Event) is { } item)
                    yield return item;
            }
            while (await events.MoveNextAsync().ConfigureAwait(false));
        }
    }

    private static SseItem<string>? Item(CustomerQuery query, AnswerEvent next) => next switch
    {
        AnswerEvent.LookupFinished finished => new(
            JsonSerializer.Serialize(LookupMessage.Of(finished.Result, query.Language), AnswerJson.Compact.LookupMessage), "lookup"),
        AnswerEvent.TextDelta delta => new(JsonSerializer.Serialize(new DeltaMessage(delta.Text), ApiJson.Default.DeltaMessage), "delta"),
        AnswerEvent.Completed completed => new(JsonSerializer.Serialize(AnswerMessage.Of(completed.Answer), AnswerJson.Compact.AnswerMessage), "done"),
        AnswerEvent.Failed failed => new(
            JsonSerializer.Serialize(
                new ErrorMessage(JsonNamingPolicy.CamelCase.ConvertName(failed.Code.ToString()), ApiProblems.FailureMessage(failed.Code, query.AnswerId)),
                ApiJson.Default.ErrorMessage),
            "error"),
        _ => null,
    };

    private static async Task<IResult> FindAsync(string answerId, IAnswerStore store, CancellationToken cancellationToken) =>
        await store.FindAsync(answerId, cancellationToken).ConfigureAwait(false) is { } answer
            ? TypedResults.Json(AnswerMessage.Of(answer), AnswerJson.Compact.AnswerMessage)
            : ApiProblems.NotFound("answer", answerId);

    private static bool WantsStream(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(a => a.MediaType.Equals(EventStream, StringComparison.OrdinalIgnoreCase));
}
