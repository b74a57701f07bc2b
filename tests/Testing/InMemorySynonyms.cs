using CustomerService.Core.Search;

namespace CustomerService.Testing;

/// <summary>Synonyms without a database.</summary>
public sealed class InMemorySynonyms : ISynonyms
{
    public List<SynonymGroup> Groups { get; } = [];
    public bool IsDown { get; set; }

    public Task<IReadOnlyList<SynonymGroup>> ListAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<SynonymGroup>>([.. Groups]);

    public ValueTask<SynonymBook> BookAsync(CancellationToken cancellationToken) => ValueTask.FromResult(new SynonymBook(Groups));

    public Task<SynonymProblem> SaveAsync(SynonymGroup group, CancellationToken cancellationToken)
    {
        if (IsDown)
            throw new InvalidOperationException("The database is away.");
        group = group.Normalized();
        if (group.Problem() is var problem and not SynonymProblem.None)
            return Task.FromResult(problem);
        Groups.RemoveAll(g => g.Id == group.Id);
        Groups.Add(group);
        return Task.FromResult(SynonymProblem.None);
    }

    public Task DeleteAsync(string id, CancellationToken cancellationToken)
    {
        Groups.RemoveAll(g => g.Id == id);
        return Task.CompletedTask;
    }
}
