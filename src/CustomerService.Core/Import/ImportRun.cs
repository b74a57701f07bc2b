using CustomerService.Core.Text;

namespace CustomerService.Core.Import;

/// <summary>Why a file cannot be read at all.</summary>
public enum FileFault
{
    None,
    Empty,
    /// <summary>A ZIP, an Excel workbook or another archive: what it would unpack to is not known.</summary>
    Archive,
    /// <summary>Neither text in an encoding that is known nor XML.</summary>
    NotText,
    /// <summary>The first line is too long to be headers.</summary>
    NoHeaders,
    NotRecognised,
    MissingColumns,
    XmlForbidden,
    NotAFeed,
    /// <summary>Amounts have decimals, and the currency they would be in has none.</summary>
    CurrencyUnknown,
    /// <summary>There is no such column or field among those that were named by hand.</summary>
    WrongChoice,
}

/// <param name="Detail">Of what the fault speaks: columns, a field; empty where there is none.</param>
public sealed record FileProblem(FileFault Fault, string Detail)
{
    /// <summary>What is wrong and what to do, in a sentence or two.</summary>
    public string In(Language language) => Fault switch
    {
        FileFault.Empty => language.Choose("파일이 비어 있습니다.", "The file is empty."),
        FileFault.Archive => language.Choose("압축 파일이나 엑셀 파일입니다. 압축을 풀거나 CSV로 저장해서 넣어 주세요.", "It is an archive or an Excel workbook. Unpack it, or save it as CSV."),
        FileFault.NotText => language.Choose("글로 된 파일이 아닙니다. UTF-8, UTF-16 또는 CP949로 저장한 CSV, TSV, JSON Lines, XML을 넣어 주세요.", "It is not a text file. CSV, TSV, JSON lines and XML in UTF-8, UTF-16 or CP949 can be read."),
        FileFault.NoHeaders => language.Choose($"첫 줄에 머리글이 없습니다. 첫 줄이 {DelimitedRows.MaxCharacters:N0}자를 넘거나 따옴표가 닫히지 않았습니다.", $"The first line holds no headers: it has more than {DelimitedRows.MaxCharacters:N0} characters, or a quotation mark is never closed."),
        FileFault.NotRecognised => language.Choose($"상품, 재고, 리뷰, 고객 가운데 무엇인지 머리글로 알 수 없습니다: {Detail}", $"The headers are those of neither products, stock, reviews nor customers: {Detail}"),
        FileFault.MissingColumns => language.Choose($"꼭 있어야 하는 열이 없습니다: {Detail}", $"Columns that it cannot do without are missing: {Detail}"),
        FileFault.XmlForbidden => language.Choose("XML에 DOCTYPE이 있습니다. 엔티티를 정의하는 파일은 읽지 않습니다.", "The XML has a DOCTYPE. Files that define entities are not read."),
        FileFault.NotAFeed => language.Choose($"Google Merchant 피드가 아닙니다. {Detail}", $"It is not a Google Merchant feed. {Detail}".TrimEnd()),
        FileFault.CurrencyUnknown => language.Choose($"파일에 통화가 없는데 금액에 소수가 있어 {Detail}일 수 없습니다. 통화를 골라 주세요.", $"The file names no currency, and its amounts have decimals, so they cannot be in {Detail}. Choose the currency."),
        FileFault.WrongChoice => language.Choose($"그런 열이나 항목이 없습니다: {Detail}", $"There is no such column or field: {Detail}"),
        _ => "",
    };
}

/// <summary>What is chosen by hand about a file.</summary>
/// <param name="Columns">Headers by what they hold; null for a column that is not to be used.</param>
/// <param name="Currency">What amounts without a currency are in; ISO 4217; null for the shop's.</param>
/// <param name="WarehouseId">Where pieces lie of which the file names no warehouse.</param>
/// <param name="Scale">Points of the best rating: 5, 10 or 100; null to be found.</param>
public sealed record ImportChoices(IReadOnlyDictionary<ImportField, string?> Columns, string? Currency, string? WarehouseId, int? Scale)
{
    public static ImportChoices None { get; } = new(new Dictionary<ImportField, string?>(), null, null, null);
}

/// <summary>A bad row, as it is told.</summary>
/// <param name="Cells">As they stand in the file; empty where the row could not be cut into cells.</param>
public sealed record BadRow(long Line, IReadOnlyList<string> Cells, RowProblem Problem);

public enum ImportState
{
    Running,
    Finished,
    /// <summary>By a person; it can go on.</summary>
    Stopped,
    /// <summary>By a failure, or because the program ended; it can go on.</summary>
    Broken,
    /// <summary>Too many rows are bad for the file to be what it seems.</summary>
    TooManyBad,
}

/// <summary>What has become of a file's rows so far.</summary>
/// <param name="Rows">How many have been dealt with.</param>
/// <param name="Skipped">Rows that are about nothing that is imported: unpublished products, further pictures.</param>
public sealed record ImportCounts(long Rows, long Added, long Changed, long Unchanged, long Skipped, long Bad)
{
    public static ImportCounts None { get; } = new(0, 0, 0, 0, 0, 0);

    public static ImportCounts operator +(ImportCounts a, ImportCounts b) =>
        new(a.Rows + b.Rows, a.Added + b.Added, a.Changed + b.Changed, a.Unchanged + b.Unchanged, a.Skipped + b.Skipped, a.Bad + b.Bad);
}

/// <summary>An import as it is kept.</summary>
/// <param name="Total">Rows of the file.</param>
/// <param name="FileHash">SHA-256 of the file, in hexadecimal digits.</param>
/// <param name="By">Who started it; empty on the command line.</param>
public sealed record ImportRun(
    string Id, string FileName, string FileHash, ImportKind Kind, ImportDialect Dialect, ImportState State, string By, DateTimeOffset StartedAt, DateTimeOffset UpdatedAt, long Total, ImportCounts Counts)
{
    public bool CanGoOn => State is ImportState.Stopped or ImportState.Broken or ImportState.Running;
}

/// <summary>What a file holds, before anything is written.</summary>
/// <param name="Problem">Why it cannot be imported; null when it can.</param>
/// <param name="Headers">Empty where none could be read.</param>
/// <param name="Mapping">Null where it was not recognised.</param>
/// <param name="First">Its first rows.</param>
/// <param name="Scale">Points of the best rating, where it has ratings.</param>
/// <param name="TellsCurrency">Whether amounts come with their currency.</param>
/// <param name="Unfinished">The last import of the same file that was not finished.</param>
public sealed record ImportPreview(
    FileProblem? Problem, string Encoding, IReadOnlyList<string> Headers, ColumnMapping? Mapping, long Rows, IReadOnlyList<FileRow> First, int Scale, string Currency, bool TellsCurrency,
    ImportRun? Unfinished);

/// <summary>What a dry run found: what would be added and changed, and the bad rows.</summary>
public sealed record DryRun(ImportCounts Counts, IReadOnlyList<BadRow> Bad);

/// <summary>Brings files into the catalogue.</summary>
public interface IImporter
{
    /// <summary>Bad rows that are kept of an import; with more of them it ends.</summary>
    const int MostBadRows = 100_000;

    /// <summary>Reads the whole file and writes nothing.</summary>
    /// <param name="path">A file on this machine.</param>
    Task<ImportPreview> LookAsync(string path, ImportChoices choices, CancellationToken cancellationToken);

    /// <summary>Does everything but write.</summary>
    /// <param name="progress">Told after each batch.</param>
    Task<DryRun> TryAsync(string path, ImportChoices choices, Action<ImportCounts> progress, CancellationToken cancellationToken);

    /// <summary>Imports the file in batches, each with its progress in one transaction. Cancelling stops it after a batch.</summary>
    /// <param name="fileName">As it is told.</param>
    /// <param name="goOnWith">An import of the same file that was not finished; null to begin.</param>
    /// <returns>The import at its end; null where it goes on elsewhere.</returns>
    /// <exception cref="ImportFileException">The file cannot be read.</exception>
    Task<ImportRun?> RunAsync(string path, string fileName, string by, ImportChoices choices, string? goOnWith, Action<ImportRun> progress, CancellationToken cancellationToken);
}

/// <summary>Imports as they are kept.</summary>
public interface IImportStore
{
    /// <summary>Newest first.</summary>
    Task<IReadOnlyList<ImportRun>> ListAsync(int limit, CancellationToken cancellationToken);

    /// <summary>Null where there is none.</summary>
    Task<ImportRun?> FindAsync(string id, CancellationToken cancellationToken);

    /// <summary>By line.</summary>
    IAsyncEnumerable<BadRow> BadRowsAsync(string id, CancellationToken cancellationToken);

    /// <summary>The headers of the import's file.</summary>
    Task<IReadOnlyList<string>> HeadersAsync(string id, CancellationToken cancellationToken);

    /// <summary>What was chosen for it.</summary>
    Task<ImportChoices> ChoicesAsync(string id, CancellationToken cancellationToken);
}

/// <summary>A file that cannot be imported.</summary>
public sealed class ImportFileException(FileProblem problem) : Exception(problem.In(Language.English))
{
    public FileProblem Problem { get; } = problem;
}
