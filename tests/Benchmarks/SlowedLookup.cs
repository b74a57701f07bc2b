using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;

namespace CustomerService.Benchmarks;

/// <summary>The real lookup, whose result comes no sooner than after the given time.</summary>
internal sealed class SlowedLookup(ILookup inner, TimeSpan timeToTake, TimeProvider time) : ILookup
{
    public LookupKind Kind => inner.Kind;

    public async Task<LookupFinding> FindAsync(ResolvedQuery query, CancellationToken cancellationToken)
    {
        var slow = Task.Delay(timeToTake, time, cancellationToken);
        var finding = await inner.FindAsync(query, cancellationToken);
        await slow;
        return finding;
    }
}
