using CustomerService.Data.Evaluation;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerService.Data.Configurations;

internal sealed class EvaluationRunConfiguration : IEntityTypeConfiguration<EvaluationRunRecord>
{
    public void Configure(EntityTypeBuilder<EvaluationRunRecord> builder)
    {
        builder.ToTable("EvaluationRuns");
        builder.Property(r => r.Id).HasMaxLength(32);
        builder.Property(r => r.Name).HasMaxLength(EvaluationRunRecord.MaxName);
        builder.Property(r => r.StartedBy).HasMaxLength(EvaluationRunRecord.MaxName);
        builder.HasIndex(r => r.StartedAt);
    }
}
