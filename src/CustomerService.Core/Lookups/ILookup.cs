using CustomerService.Core.Answers;

namespace CustomerService.Core.Lookups;

/// <summary>Finds one kind of evidence for a question. Runs beside the others and knows nothing of them.</summary>
public interface ILookup
{
    LookupKind Kind { get; }

    /// <summary>What was found, or why there is nothing. May throw: the run turns that into <see cref="LookupResult.Failed"/>.</summary>
    Task<LookupFinding> FindAsync(ResolvedQuery query, CancellationToken cancellationToken);
}

/// <summary>Data, or the reason why there is none: exactly one of the two.</summary>
public readonly record struct LookupFinding(LookupData? Data, EmptyReason? Nothing)
{
    public static LookupFinding Of(LookupData data) => new(data, null);
    public static LookupFinding None(EmptyReason reason) => new(null, reason);
}
