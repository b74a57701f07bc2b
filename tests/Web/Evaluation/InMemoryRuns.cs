using System.Runtime.CompilerServices;
using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Documents;
using CustomerService.Core.Evaluation;
using CustomerService.Core.Models;
using CustomerService.Testing;

namespace CustomerService.Web.Tests.Evaluation;

internal sealed class InMemoryRuns : IEvaluationStore
{
    public List<EvaluationRun> Runs { get; } = [];
    public ScriptedAssistant Assistant { get; } = new();

    public void Add(params EvaluationCase[] cases) => Runs.Insert(0, new(Guid.NewGuid().ToString("N"), "file.json", Build.Wednesday.AddHours(Runs.Count), "Kim", cases));

    public Task SaveAsync(EvaluationRun run, CancellationToken cancellationToken)
    {
        Runs.Insert(0, run);
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<EvaluationRunSummary>> ListAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<EvaluationRunSummary>>([.. Runs.Select(r => new EvaluationRunSummary(r.Id, r.Name, r.StartedAt, r.By, r.Questions.Count))]);

    public Task<EvaluationRun?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(Runs.Find(r => r.Id == id));
}

/// <summary>Answers "IPX4" when the test lets it.</summary>
internal sealed class ScriptedAssistant : IEvaluatedAssistant, IAnswerService
{
    public TaskCompletionSource Go { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool HasModel => false;

    public IAnswerService Of(EvaluationWriter writer) => this;

    public IReadOnlyList<string> UnsupportedFigures(ResolvedQuery query, Answer answer) => [];

    public bool Holds(ResolvedQuery query, Answer answer, string words) => true;

    public async IAsyncEnumerable<AnswerEvent> AnswerAsync(CustomerQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Go.Task.WaitAsync(cancellationToken);
        yield return new AnswerEvent.Completed(new(
            query.AnswerId, query.Question, query.ProductId, null, query.Language, query.Surface, AnswerState.Completed, "IPX4", Authorship.Embedded, [], [], TokenUsage.None,
            new(null, null, TimeSpan.Zero), Build.Wednesday));
    }
}

internal sealed class NoDocuments : IDocumentStore
{
    public Task<Page<Document>> ListAsync(string search, int page, int pageSize, CancellationToken cancellationToken) => Task.FromResult(new Page<Document>([], page, pageSize, 0));

    public Task<IReadOnlyList<StoredPassage>> PassagesAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<(Document Document, bool Changed)> StoreAsync(NewDocument document, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Document?> FindAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<DocumentFile?> FileAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> ChangeAsync(string id, string title, DocumentBinding binding, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<bool> RemoveAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException();
}
