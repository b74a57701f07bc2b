using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Staff;

/// <summary>What members of staff are called, by id, and who of them is there; kept for a moment, since every message of an agent bears one.</summary>
public interface IStaffNames
{
    /// <param name="wanted">An id that must be there; one that is new is looked for at once.</param>
    ValueTask<IReadOnlyDictionary<string, string>> ReadAsync(string? wanted, CancellationToken cancellationToken);

    /// <summary>The ids of those who may sign in: who has accepted the invitation and was not deactivated.</summary>
    ValueTask<IReadOnlySet<string>> ActiveAsync(CancellationToken cancellationToken);
}

internal sealed class StaffNames(IDbContextFactory<SupportDbContext> contexts, TimeProvider clock) : IStaffNames
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(30);

    private Known _kept = new(new Dictionary<string, string>(), new HashSet<string>(), DateTimeOffset.MinValue);

    public async ValueTask<IReadOnlyDictionary<string, string>> ReadAsync(string? wanted, CancellationToken cancellationToken) =>
        (await KnownAsync(wanted, cancellationToken)).Names;

    public async ValueTask<IReadOnlySet<string>> ActiveAsync(CancellationToken cancellationToken) => (await KnownAsync(null, cancellationToken)).Active;

    private async ValueTask<Known> KnownAsync(string? wanted, CancellationToken cancellationToken)
    {
        var (kept, now) = (_kept, clock.GetUtcNow());
        if (now - kept.ReadAt < Kept && (wanted is null || kept.Names.ContainsKey(wanted)))
            return kept;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var members = await context.Users.AsNoTracking()
            .Select(m => new { m.Id, m.Name, IsActive = m.PasswordHash != null && (m.LockoutEnd == null || m.LockoutEnd < StaffMember.Never) })
            .ToListAsync(cancellationToken);
        return _kept = new(
            members.ToDictionary(m => m.Id, m => m.Name, StringComparer.Ordinal), members.Where(m => m.IsActive).Select(m => m.Id).ToHashSet(StringComparer.Ordinal), now);
    }

    private sealed record Known(IReadOnlyDictionary<string, string> Names, IReadOnlySet<string> Active, DateTimeOffset ReadAt);
}
