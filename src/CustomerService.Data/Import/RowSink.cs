using CustomerService.Core.Import;

namespace CustomerService.Data.Import;

/// <summary>What became of the rows of a batch, and of those that only the database shows to be bad.</summary>
internal sealed class BatchOutcome
{
    public long Added { get; set; }
    public long Changed { get; set; }
    public long Unchanged { get; set; }
    public long Skipped { get; set; }
    public List<(long Number, FileRow Row, RowProblem Problem)> Bad { get; } = [];
}

/// <summary>Takes rows one after another and brings them into the database in batches.</summary>
internal abstract class RowSink
{
    /// <summary>Rows of one transaction.</summary>
    public abstract int BatchSize { get; }

    /// <summary>Reads a row; what it is about waits for the next batch unless it was dealt with before.</summary>
    /// <param name="number">Of the row in the file, from 1.</param>
    /// <returns>What is wrong with it; and whether it tells anything.</returns>
    public abstract (bool Tells, RowProblem? Problem) Take(long number, FileRow row, bool isDone);

    /// <summary>Applies what waits, in the context's transaction.</summary>
    /// <param name="isDry">Count only; nothing may be written.</param>
    public abstract Task<BatchOutcome> ApplyAsync(SupportDbContext context, bool isDry, CancellationToken cancellationToken);
}

/// <summary>A sink whose rows are items of one kind.</summary>
internal abstract class RowSink<T>(Func<FileRow, (T? Item, RowProblem? Problem)> read) : RowSink
    where T : class
{
    private List<(long Number, FileRow Row, T Item)> _waiting = [];

    public override (bool Tells, RowProblem? Problem) Take(long number, FileRow row, bool isDone)
    {
        var (item, problem) = read(row);
        if (item is not null && !isDone)
            _waiting.Add((number, row, item));
        else if (item is not null)
            Pass(item);
        return (item is not null, problem);
    }

    public override async Task<BatchOutcome> ApplyAsync(SupportDbContext context, bool isDry, CancellationToken cancellationToken)
    {
        var (items, outcome) = (_waiting, new BatchOutcome());
        _waiting = [];
        if (items.Count > 0)
            await ApplyAsync(context, items, outcome, isDry, cancellationToken);
        return outcome;
    }

    protected abstract Task ApplyAsync(SupportDbContext context, IReadOnlyList<(long Number, FileRow Row, T Item)> items, BatchOutcome outcome, bool isDry, CancellationToken cancellationToken);

    /// <summary>Sees an item that was dealt with before.</summary>
    protected virtual void Pass(T item)
    {
    }
}
