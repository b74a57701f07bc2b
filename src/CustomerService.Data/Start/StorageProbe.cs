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
            await context.Warehouses.AsNoTracking().Select(w => w.Id).FirstOrDefaultAsync(cancellationToken);
            return true;
        }
        catch (DbException)
        {
            return false;
        }
    }
}
