using CustomerService.Data.Import;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerService.Data.Configurations;

internal sealed class ImportRunConfiguration : IEntityTypeConfiguration<ImportRunRecord>
{
    public void Configure(EntityTypeBuilder<ImportRunRecord> builder)
    {
        builder.ToTable("ImportRuns");
        builder.Property(r => r.Id).HasMaxLength(32);
        builder.Property(r => r.FileName).HasMaxLength(ImportRunRecord.MaxName);
        builder.Property(r => r.StartedBy).HasMaxLength(ImportRunRecord.MaxName);
        builder.Ignore(r => r.Counts);
        builder.Property(r => r.FileHash).HasMaxLength(64);
        builder.HasIndex(r => r.StartedAt);
        builder.HasIndex(r => r.FileHash);
    }
}

internal sealed class ImportBadRowConfiguration : IEntityTypeConfiguration<ImportBadRowRecord>
{
    public void Configure(EntityTypeBuilder<ImportBadRowRecord> builder)
    {
        builder.ToTable("ImportBadRows");
        builder.HasKey(r => new { r.RunId, r.Row });
        builder.Property(r => r.RunId).HasMaxLength(32);
        builder.HasOne<ImportRunRecord>().WithMany().HasForeignKey(r => r.RunId);
    }
}
