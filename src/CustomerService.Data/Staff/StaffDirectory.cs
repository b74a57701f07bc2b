using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace CustomerService.Data.Staff;

/// <summary>Who is there, and who may be, where the framework's own user manager has no answer.</summary>
public interface IStaffDirectory
{
    Task<bool> HasAdministratorAsync(CancellationToken cancellationToken);

    /// <summary>Everybody, by name.</summary>
    Task<IReadOnlyList<ListedMember>> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Gives somebody another role and ends the sign-ins with the old one.</summary>
    /// <returns>False, and nothing is changed, when no administrator would be left.</returns>
    Task<bool> ChangeRoleAsync(string id, StaffRole role, CancellationToken cancellationToken);

    /// <summary>Shuts somebody out and ends all sign-ins.</summary>
    /// <returns>False, and nothing is changed, when no administrator would be left.</returns>
    Task<bool> DeactivateAsync(string id, CancellationToken cancellationToken);

    /// <summary>Ends a lock-out, also that of somebody who was deactivated.</summary>
    Task UnlockAsync(string id, CancellationToken cancellationToken);

    /// <summary>Takes an invitation back.</summary>
    /// <returns>False when it was accepted before.</returns>
    Task<bool> WithdrawAsync(string id, CancellationToken cancellationToken);
}

/// <param name="InvitedUntil">When the newest invitation ends or ended.</param>
public sealed record ListedMember(StaffMember Member, DateTimeOffset? InvitedUntil);

internal sealed class StaffDirectory(IDbContextFactory<SupportDbContext> contexts) : IStaffDirectory
{
    public async Task<bool> HasAdministratorAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Users.AnyAsync(m => m.Role == StaffRole.Administrator, cancellationToken);
    }

    public async Task<IReadOnlyList<ListedMember>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var members = await context.Users.AsNoTracking().OrderBy(m => m.Name).ThenBy(m => m.Id).ToListAsync(cancellationToken);
        var invitations = await context.UserTokens.AsNoTracking().Where(t => t.LoginProvider == Invitation.Provider && t.Name == Invitation.Until)
            .ToDictionaryAsync(t => t.UserId, t => t.Value!, StringComparer.Ordinal, cancellationToken);
        return [.. members.Select(m => new ListedMember(m, invitations.TryGetValue(m.Id, out var until) ? DateTimeOffset.Parse(until, CultureInfo.InvariantCulture) : null))];
    }

    public Task<bool> ChangeRoleAsync(string id, StaffRole role, CancellationToken cancellationToken) =>
        ChangeAsync(id, set => set.SetProperty(m => m.Role, role), cancellationToken);

    public Task<bool> DeactivateAsync(string id, CancellationToken cancellationToken) =>
        ChangeAsync(id, set => set.SetProperty(m => m.LockoutEnd, StaffMember.Never), cancellationToken);

    public async Task UnlockAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Users.Where(m => m.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.LockoutEnd, (DateTimeOffset?)null).SetProperty(m => m.AccessFailedCount, 0).SetProperty(m => m.ConcurrencyStamp, NewStamp()),
            cancellationToken);
    }

    public async Task<bool> WithdrawAsync(string id, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Users.Where(m => m.Id == id && m.PasswordHash == null).ExecuteDeleteAsync(cancellationToken) > 0;
    }

    /// <summary>Changes somebody's rights, as long as another active administrator is left.</summary>
    private async Task<bool> ChangeAsync(string id, Action<UpdateSettersBuilder<StaffMember>> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // Locks the administrators' rows, so that two who take away each other's rights take turns.
        var administrators = context.Users.Where(m => m.Role == StaffRole.Administrator);
        await administrators.ExecuteUpdateAsync(set => set.SetProperty(m => m.Role, m => m.Role), cancellationToken);
        if (!await administrators.AnyAsync(m => m.Id != id && m.PasswordHash != null && (m.LockoutEnd == null || m.LockoutEnd < StaffMember.Never), cancellationToken))
            return false;
        await context.Users.Where(m => m.Id == id).ExecuteUpdateAsync(
            set =>
            {
                change(set);
                set.SetProperty(m => m.SecurityStamp, NewStamp()).SetProperty(m => m.ConcurrencyStamp, NewStamp());
            },
            cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static string NewStamp() => Guid.NewGuid().ToString();
}
