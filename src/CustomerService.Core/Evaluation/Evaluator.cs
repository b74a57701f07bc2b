using System.Text.Json;
using CustomerService.Core.Answers;
using CustomerService.Core.Documents;
using CustomerService.Core.Text;

namespace CustomerService.Core.Evaluation;

/// <summary>Asks questions whose answers are known, over the real pipeline and the real search, and measures what comes.</summary>
public sealed class Evaluator(QueryResolver resolver, IPassageSearch search, DocumentShelf shelf, IEvaluatedAssistant assistant, TimeProvider time)
{
    /// <summary>How many passages are looked at.</summary>
    public const int Depth = 5;

    private const int ShownPassages = 3;

    // A few at a time: more would measure how long answers wait for each other.
    private static readonly int Concurrency = Math.Clamp(Environment.ProcessorCount, 1, 4);

    /// <param name="name">Of the file.</param>
    /// <param name="done">Told of each case from any thread.</param>
    /// <exception cref="OperationCanceledException">It was stopped; there is no run then.</exception>
    public async Task<EvaluationRun> RunAsync(
        string name, string by, IReadOnlyList<EvaluationQuestion> questions, IReadOnlyList<EvaluationWriter> writers, Action<EvaluationCase> done, CancellationToken cancellationToken)
    {
        var startedAt = time.GetUtcNow();
        var documents = await shelf.ReadAsync(cancellationToken).ConfigureAwait(false);
        var cases = new EvaluationCase[questions.Count * writers.Count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, cases.Length),
            new ParallelOptions { MaxDegreeOfParallelism = Concurrency, CancellationToken = cancellationToken },
            async (i, token) => done(cases[i] = await AskAsync(questions[i % questions.Count], writers[i / questions.Count], documents, token).ConfigureAwait(false))).ConfigureAwait(false);
        return new(Guid.NewGuid().ToString("N"), name, startedAt, by, cases);
    }

    private async Task<EvaluationCase> AskAsync(EvaluationQuestion question, EvaluationWriter writer, ShelvedDocuments documents, CancellationToken cancellationToken)
    {
        var (query, _) = CustomerQuery.Create(question.Question, question.ProductId, null, question.Language.Code(), null, Surface.CommandLine);
        if (query is null)
            return Failed("The question cannot be asked.");
        var (resolved, problems) = await resolver.ResolveAsync(query, cancellationToken).ConfigureAwait(false);
        if (resolved is null)
            return Failed(problems.Any(p => p.Field == InputField.ProductId) ? "There is no such product." : "The question was refused.");

        var kind = question.Kind ?? JsonNamingPolicy.CamelCase.ConvertName(resolved.Reading.Intents[0].ToString());
        var passages = await documents.OfAsync(resolved.Products, cancellationToken).ConfigureAwait(false);
        var retrieval = await RetrieveAsync(question, resolved, passages, cancellationToken).ConfigureAwait(false);
        var last = await LastAsync(assistant.Of(writer).AnswerAsync(query, cancellationToken)).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        if (last is not AnswerEvent.Completed { Answer: { State: AnswerState.Completed } answer })
        {
            var fault = (last as AnswerEvent.Completed)?.Answer.Fault;
            return EvaluationCase.Failed(writer, question, kind, retrieval, fault is null ? "The answer could not be written." : $"The model broke off: {fault}.");
        }

        return EvaluationCase.Of(
            writer, question, kind, retrieval, answer,
            [.. answer.Citations.Select(c => new EvaluatedCitation(c.Label, c.Quote, CitationCheck.IsValid(c, answer, passages, words => assistant.Holds(resolved, answer, words))))],
            assistant.UnsupportedFigures(resolved, answer));

        EvaluationCase Failed(string why) => EvaluationCase.Failed(writer, question, question.Kind ?? "", null, why);
    }

    private async Task<Retrieval> RetrieveAsync(EvaluationQuestion question, ResolvedQuery resolved, IReadOnlyDictionary<string, Passage> passages, CancellationToken cancellationToken)
    {
        var found = await search.FindAsync(question.Question, resolved.Products, Depth, cancellationToken).ConfigureAwait(false);
        IReadOnlyList<string> shown = [.. found.Take(ShownPassages).Select(f => $"{DocumentPlace.Label(f.Stored.Title, f.Stored.Passage.Page, question.Language)}{(f.Stored.Passage.Heading.Length > 0 ? " · " : "")}{f.Stored.Passage.Heading}")];
        var best = question is { Answerable: true, Answer.Length: > 0 } ? passages.Values.Select(p => ReferencePlace.Recall(question.Answer, p)).DefaultIfEmpty(0).Max() : 0;
        if (!ReferencePlace.IsWritten(best))
            return new(false, null, shown);
        var at = found.ToList().FindIndex(f => ReferencePlace.Holds(question.Answer, f.Stored.Passage, best));
        return new(true, at < 0 ? null : at + 1, shown);
    }

    private static async Task<AnswerEvent?> LastAsync(IAsyncEnumerable<AnswerEvent> events)
    {
        AnswerEvent? last = null;
        await foreach (var next in events.ConfigureAwait(false))
            last = next;
        return last;
    }
}
