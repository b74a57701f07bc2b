using CustomerService.Core.Catalog;
using CustomerService.Data.Answers;
using CustomerService.Data.Catalog;
using CustomerService.Data.Conversations;
using CustomerService.Data.Documents;
using CustomerService.Data.Evaluation;
using CustomerService.Data.Import;
using CustomerService.Data.Search;
using CustomerService.Data.Staff;
using CustomerService.Data.Usage;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace CustomerService.Data;

/// <summary>
/// The shop's data. Saving also writes what is derived from it in code (search texts); what is derived in the database (the
/// availability and rating kept beside each product, the full-text index) is kept by triggers of the migrations.
/// </summary>
public sealed class SupportDbContext(DbContextOptions<SupportDbContext> options) : IdentityUserContext<StaffMember>(options)
{
    public DbSet<Product> Products => Set<Product>();
    public DbSet<ProductAttribute> ProductAttributes => Set<ProductAttribute>();
    public DbSet<ProductVariant> ProductVariants => Set<ProductVariant>();
    public DbSet<VariantStockLevel> VariantStockLevels => Set<VariantStockLevel>();
    public DbSet<Category> Categories => Set<Category>();
    public DbSet<Review> Reviews => Set<Review>();
    public DbSet<ReviewTally> ReviewTallies => Set<ReviewTally>();
    public DbSet<Warehouse> Warehouses => Set<Warehouse>();
    public DbSet<StockLevel> StockLevels => Set<StockLevel>();
    public DbSet<InboundShipment> InboundShipments => Set<InboundShipment>();
    public DbSet<Customer> Customers => Set<Customer>();
    public DbSet<Purchase> Purchases => Set<Purchase>();
    internal DbSet<DocumentRecord> Documents => Set<DocumentRecord>();
    internal DbSet<PassageRecord> Passages => Set<PassageRecord>();
    internal DbSet<DocumentFileRecord> DocumentFiles => Set<DocumentFileRecord>();
    internal DbSet<AnswerRecord> Answers => Set<AnswerRecord>();
    internal DbSet<ConversationRecord> Conversations => Set<ConversationRecord>();
    internal DbSet<MessageRecord> Messages => Set<MessageRecord>();
    internal DbSet<StaffEntryRecord> StaffEntries => Set<StaffEntryRecord>();
    internal DbSet<PendingReplyRecord> PendingReplies => Set<PendingReplyRecord>();
    internal DbSet<ConversationTagRecord> ConversationTags => Set<ConversationTagRecord>();
    internal DbSet<ThreadTextRecord> ThreadTexts => Set<ThreadTextRecord>();
    internal DbSet<CannedReplyRecord> CannedReplies => Set<CannedReplyRecord>();
    internal DbSet<SuggestionRecord> Suggestions => Set<SuggestionRecord>();
    internal DbSet<ModelCallRecord> ModelCalls => Set<ModelCallRecord>();
    internal DbSet<KeptResultRecord> KeptResults => Set<KeptResultRecord>();
    internal DbSet<ImportRunRecord> ImportRuns => Set<ImportRunRecord>();
    internal DbSet<ImportBadRowRecord> ImportBadRows => Set<ImportBadRowRecord>();
    internal DbSet<EvaluationRunRecord> EvaluationRuns => Set<EvaluationRunRecord>();
    internal DbSet<KeyRecord> Keys => Set<KeyRecord>();
    internal DbSet<ProductSearchText> ProductSearchTexts => Set<ProductSearchText>();
    internal DbSet<ProductWord> ProductWords => Set<ProductWord>();
    internal DbSet<SynonymRecord> Synonyms => Set<SynonymRecord>();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        ChangeTracker.DetectChanges();
        await ProductSearchText.UpdateAsync(this, cancellationToken);
        CustomerDirectory.UpdateSearchNames(this);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync.");

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(SupportDbContext).Assembly);
        CustomerDirectory.ConfigurePrefixSearch(builder, Database.IsSqlite());
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(32);
        if (Database.IsSqlite())
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Milliseconds>();
        else
            configurationBuilder.Properties<DateTimeOffset>().HaveConversion<Utc>();
    }

    /// <summary>SQLite's text form of an instant does not sort; milliseconds since 1970 do.</summary>
    private sealed class Milliseconds() : ValueConverter<DateTimeOffset, long>(
        v => v.ToUnixTimeMilliseconds(), v => DateTimeOffset.FromUnixTimeMilliseconds(v));

    /// <summary>PostgreSQL's timestamptz takes UTC only.</summary>
    private sealed class Utc() : ValueConverter<DateTimeOffset, DateTimeOffset>(v => v.ToUniversalTime(), v => v);
}
