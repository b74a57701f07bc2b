using CustomerService.Data.Answers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerService.Data.Configurations;

internal sealed class AnswerRecordConfiguration : IEntityTypeConfiguration<AnswerRecord>
{
    // No foreign keys: an answer outlives the product and the customer it was about.
    public void Configure(EntityTypeBuilder<AnswerRecord> builder)
    {
        builder.ToTable("Answers");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).HasMaxLength(64);
        builder.Property(a => a.Node).HasMaxLength(64);
        builder.HasIndex(a => new { a.Surface, a.AskedAt });
        builder.HasIndex(a => a.State).HasFilter("\"State\" = 'Running'");
    }
}
