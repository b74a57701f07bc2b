using CustomerService.Data.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerService.Data.Configurations;

internal sealed class ProductWordConfiguration : IEntityTypeConfiguration<ProductWord>
{
    public void Configure(EntityTypeBuilder<ProductWord> builder)
    {
        builder.HasKey(w => w.Word);
        builder.Property(w => w.Word).HasMaxLength(64);
    }
}

internal sealed class SynonymRecordConfiguration : IEntityTypeConfiguration<SynonymRecord>
{
    public void Configure(EntityTypeBuilder<SynonymRecord> builder)
    {
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).HasMaxLength(64);
        builder.Property(s => s.ChangedBy).HasMaxLength(64);
    }
}
