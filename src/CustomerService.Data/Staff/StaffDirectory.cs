using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Staff;

/// <summary>Who is there, where the framework's own user manager has no answer.</summary>
public interface IStaffDirectory
{
    Task<bool> HasAdministratorAsync(CancellationToken cancellationToken);
}

internal sealed class StaffDirectory(IDbContextFactory<SupportDbContext> contexts) : IStaffDirectory
{
    public async Task<bool> HasAdministratorAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Users.AnyAsync(m => m.Role == StaffRole.Administrator, cancellationToken);
    }
}
