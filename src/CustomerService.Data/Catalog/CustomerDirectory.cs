using CustomerService.Core.Catalog;
using CustomerService.Data.Configurations;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Catalog;

internal sealed class CustomerDirectory(IDbContextFactory<SupportDbContext> contexts) : ICustomerDirectory
{
    public async Task<Customer?> FindAsync(string customerId, CancellationToken cancellationToken)
    {
        if (!Identifiers.IsWellFormed(customerId))
            return null;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Customers.AsNoTracking()
            .Include(c => c.Purchases.OrderByDescending(p => p.PurchasedOn).ThenBy(p => p.Id))
            .SingleOrDefaultAsync(c => c.Id == customerId, cancellationToken);
    }

    public async Task<IReadOnlyList<Customer>> SearchAsync(string text, int limit, CancellationToken cancellationToken)
    {
        var prefix = Folded(text.Trim());
        if (prefix.Any(c => char.IsControl(c) || char.IsSurrogate(c)))
            return [];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var customers = context.Customers.AsNoTracking();
        if (prefix.Length > 0)
            customers = customers.Where(c => c.Id.StartsWith(prefix) || EF.Property<string>(c, CustomerConfiguration.SearchName).StartsWith(prefix));
        return await customers.OrderBy(c => c.Id).Take(limit).ToListAsync(cancellationToken);
    }

    /// <summary>Writes the search names of the customers that the context is about to save.</summary>
    public static void UpdateSearchNames(SupportDbContext context)
    {
        foreach (var entry in context.ChangeTracker.Entries<Customer>())
        {
            if (entry.State is EntityState.Added or EntityState.Modified)
                entry.Property(CustomerConfiguration.SearchName).CurrentValue = Folded(entry.Entity.Name);
        }
    }

    public static string Folded(string text) => text.ToUpperInvariant();

    /// <summary>An index serves LIKE 'x%' only with the collation that LIKE compares by, which each provider names in its own way.</summary>
    public static void ConfigurePrefixSearch(ModelBuilder modelBuilder, bool sqlite)
    {
        var customer = modelBuilder.Entity<Customer>();
        var index = customer.HasIndex(CustomerConfiguration.SearchName);
        if (sqlite)
            customer.Property<string>(CustomerConfiguration.SearchName).UseCollation("NOCASE");
        else
            index.HasOperators("text_pattern_ops");
    }
}
