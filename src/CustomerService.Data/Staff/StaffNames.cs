using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Staff;

/// <summary>What members of staff are called, by id; kept for a moment, since every message of an agent bears one.</summary>
public interface IStaffNames
{
    /// <param name="wanted">An id that must be there; one that is new is looked for at once.</param>
    ValueTask<IReadOnlyDictionary<string, string>> ReadAsync(string? wanted, CancellationToken cancellationToken);
}

internal sealed class StaffNames(IDbContextFactory<SupportDbContext> contexts, TimeProvider clock) : IStaffNames
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private (IReadOnlyDictionary<string, string> Names, DateTimeOffset ReadAt) _kept = (new Dictionary<string, string>(), DateTimeOffset.MinValue);

    public async ValueTask<IReadOnlyDictionary<string, string>> ReadAsync(string? wanted, CancellationToken cancellationToken)
    {
        var (names, readAt) = _kept;
        var now = clock.GetUtcNow();
        if (now - readAt < Kept && (wanted is null || names.ContainsKey(wanted)))
            return names;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        names = await context.Users.AsNoTracking().Select(m => new { m.Id, m.Name }).ToDictionaryAsync(m => m.Id, m => m.Name, StringComparer.Ordinal, cancellationToken);
        _kept = (names, now);
        return names;
    }
}
