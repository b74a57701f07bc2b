using CustomerService.Data.Usage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerService.Data.Configurations;

internal sealed class ModelCallRecordConfiguration : IEntityTypeConfiguration<ModelCallRecord>
{
    // No foreign key: what an answer cost counts also when the answer is gone, and calls are written before it.
    public void Configure(EntityTypeBuilder<ModelCallRecord> builder)
    {
        builder.ToTable("ModelCalls");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).HasMaxLength(64);
        builder.HasIndex(c => c.Day);
        builder.HasIndex(c => c.AnswerId);
    }
}
