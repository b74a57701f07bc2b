using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Start;

/// <summary>Tells whether the database answers.</summary>
public interface IStorageProbe
{
    Task<bool> CanReadAsync(CancellationToken cancellationToken);
}

internal sealed class StorageProbe(IDbContextFactory<SupportDbContext> contexts) : IStorageProbe
{
    public async Task<bool> CanReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var context = await contexts.CreateDbContextAsync(cancellationToken);
            // A pooled connection still reads a SQLite file that is gone; only opening it anew tells.
            if (!await context.Database.CanConnectAsync(cancellationToken))
                return false;
            await context.Answers.AnyAsync(cancellationToken);
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }
}
