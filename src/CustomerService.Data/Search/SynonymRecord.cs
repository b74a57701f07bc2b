using CustomerService.Core.Search;

namespace CustomerService.Data.Search;

internal sealed class SynonymRecord
{
    public required string Id { get; init; }
    public required List<string> Words { get; init; }
    public required string ChangedBy { get; init; }
    public required DateTimeOffset ChangedAt { get; init; }

    public SynonymGroup ToGroup() => new(Id, Words, ChangedBy, ChangedAt);
}
