using CustomerService.Core.Import;

namespace CustomerService.Data.Import;

internal sealed class ImportRunRecord
{
    public const int MaxName = 200;

    public required string Id { get; init; }
    public required string FileName { get; init; }
    /// <summary>SHA-256 of the file.</summary>
    public required string FileHash { get; init; }
    public required ImportKind Kind { get; init; }
    public required ImportDialect Dialect { get; init; }
    public required ImportState State { get; set; }
    public required string StartedBy { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset UpdatedAt { get; set; }
    public required long Total { get; init; }
    public long Rows { get; set; }
    public long Added { get; set; }
    public long Changed { get; set; }
    public long Unchanged { get; set; }
    public long Skipped { get; set; }
    public long Bad { get; set; }
    /// <summary>JSON array.</summary>
    public required string Headers { get; init; }
    /// <summary>JSON of the <see cref="ImportChoices"/>.</summary>
    public required string Choices { get; init; }

    public ImportCounts Counts
    {
        get => new(Rows, Added, Changed, Unchanged, Skipped, Bad);
        set => (Rows, Added, Changed, Unchanged, Skipped, Bad) = (value.Rows, value.Added, value.Changed, value.Unchanged, value.Skipped, value.Bad);
    }

    public ImportRun ToRun() => new(Id, FileName, FileHash, Kind, Dialect, State, StartedBy, StartedAt, UpdatedAt, Total, Counts);
}

internal sealed class ImportBadRowRecord
{
    public required string RunId { get; init; }
    /// <summary>Of the file, from 1.</summary>
    public required long Row { get; init; }
    public required long Line { get; init; }
    public required RowFault Fault { get; init; }
    public required string Column { get; init; }
    public required string Value { get; init; }
    /// <summary>JSON array.</summary>
    public required string Cells { get; init; }
}
