using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Staff;

/// <summary>Keeps the keys with which cookies and forms are protected.</summary>
public interface IKeyStore
{
    IReadOnlyList<string> Read();

    void Add(string name, string xml);
}

/// <summary>The framework asks for its keys without waiting for tasks.</summary>
internal sealed class KeyStore(IDbContextFactory<SupportDbContext> contexts) : IKeyStore
{
    public IReadOnlyList<string> Read()
    {
        using var context = contexts.CreateDbContext();
        return [.. context.Keys.AsNoTracking().OrderBy(k => k.Name).Select(k => k.Xml)];
    }

    public void Add(string name, string xml)
    {
        using var context = contexts.CreateDbContext();
        context.Database.ExecuteSql($"INSERT INTO \"Keys\" (\"Name\", \"Xml\") VALUES ({name}, {xml})");
    }
}
