namespace CustomerService.Data.Documents;

internal sealed class DocumentFileRecord
{
    public required string DocumentId { get; init; }
    public required byte[] Content { get; init; }
}
