using CustomerService.Data.Usage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerService.Data.Configurations;

internal sealed class KeptResultRecordConfiguration : IEntityTypeConfiguration<KeptResultRecord>
{
    public void Configure(EntityTypeBuilder<KeptResultRecord> builder)
    {
        builder.ToTable("KeptResults");
        builder.HasKey(k => k.Key);
        builder.Property(k => k.Key).HasMaxLength(KeptResultRecord.MaxKeyLength);
        builder.HasIndex(k => k.Subject);
        builder.HasIndex(k => k.MadeAt);
    }
}
