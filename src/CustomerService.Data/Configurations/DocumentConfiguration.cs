using CustomerService.Core.Documents;
using CustomerService.Data.Documents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerService.Data.Configurations;

internal sealed class DocumentConfiguration : IEntityTypeConfiguration<DocumentRecord>, IEntityTypeConfiguration<PassageRecord>, IEntityTypeConfiguration<DocumentFileRecord>
{
    public void Configure(EntityTypeBuilder<DocumentRecord> builder)
    {
        builder.ToTable("Documents");
        builder.Property(d => d.Id).HasMaxLength(32);
        builder.Property(d => d.Title).HasMaxLength(DocumentRecord.MaxName);
        builder.Property(d => d.FileName).HasMaxLength(DocumentRecord.MaxName);
        builder.Property(d => d.Scope).HasMaxLength(DocumentRecord.MaxScope);
        builder.Property(d => d.Hash).HasMaxLength(64);
        builder.HasIndex(d => new { d.Scope, d.FileName }).IsUnique();
        builder.HasIndex(d => d.StoredAt);
    }

    public void Configure(EntityTypeBuilder<PassageRecord> builder)
    {
        builder.ToTable("Passages");
        builder.HasKey(p => new { p.DocumentId, p.Number });
        builder.Property(p => p.Text).HasMaxLength(PassageCutter.MaxLength);
        builder.HasOne<DocumentRecord>().WithMany().HasForeignKey(p => p.DocumentId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<DocumentFileRecord> builder)
    {
        builder.ToTable("DocumentFiles");
        builder.HasKey(f => f.DocumentId);
        builder.HasOne<DocumentRecord>().WithOne().HasForeignKey<DocumentFileRecord>(f => f.DocumentId).OnDelete(DeleteBehavior.Cascade);
    }
}
