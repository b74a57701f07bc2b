using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CustomerService.Data.PostgreSql;

/// <summary>For `dotnet ef migrations add`, which asks for the model and opens no database.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<SupportDbContext>
{
    public SupportDbContext CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<SupportDbContext>();
        new StorageOptions { Provider = StorageProvider.PostgreSql, ConnectionString = "Host=localhost;Database=design_time" }.Configure(options);
        return new(options.Options);
    }
}
