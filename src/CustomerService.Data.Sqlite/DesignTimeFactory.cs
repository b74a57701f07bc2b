using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CustomerService.Data.Sqlite;

/// <summary>For `dotnet ef migrations add`, which asks for the model and opens no database.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<SupportDbContext>
{
    public SupportDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SupportDbContext>();
        new StorageOptions { Provider = StorageProvider.Sqlite, ConnectionString = "Data Source=design-time.db" }.Configure(options);
        return new(options.Options);
    }
}
