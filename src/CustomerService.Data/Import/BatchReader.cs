using CustomerService.Core.Import;
using CustomerService.Data.Import.Reading;

namespace CustomerService.Data.Import;

/// <summary>What was read of a file for one transaction.</summary>
internal sealed record Batch(long Rows, long Skipped, List<(long Number, FileRow Row, RowProblem Problem)> Bad)
{
    /// <summary>Together with what the database made of it.</summary>
    public (ImportCounts Counts, List<(long Number, FileRow Row, RowProblem Problem)> Bad) With(BatchOutcome outcome)
    {
        List<(long Number, FileRow Row, RowProblem Problem)> bad = [.. Bad, .. outcome.Bad];
        return (new(Rows, outcome.Added, outcome.Changed, outcome.Unchanged, Skipped + outcome.Skipped, bad.Count), bad);
    }
}

/// <summary>Feeds the rows of a file to a sink, a batch at a time.</summary>
/// <param name="done">Rows that were dealt with before.</param>
internal sealed class BatchReader(ImportFile file, RowSink sink, long done)
{
    private const long MostCharacters = 12_000_000;

    private long _number;

    public RowSink Sink => sink;

    /// <summary>Null at the end.</summary>
    public Batch? Next(CancellationToken cancellationToken)
    {
        var (rows, skipped, bad) = (0L, 0L, new List<(long Number, FileRow Row, RowProblem Problem)>());
        for (var characters = 0L; rows < sink.BatchSize && characters < MostCharacters && file.Read() is { } row;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isDone = ++_number <= done;
            var (tells, problem) = row.Problem is { } broken ? (false, broken) : sink.Take(_number, row, isDone);
            if (isDone)
                continue;
            rows++;
            foreach (var cell in row.Cells)
                characters += cell.Length;
            if (problem is not null)
                bad.Add((_number, row, problem));
            else if (!tells)
                skipped++;
        }

        return rows == 0 ? null : new(rows, skipped, bad);
    }
}
