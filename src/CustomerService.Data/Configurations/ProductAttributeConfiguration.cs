using CustomerService.Core.Catalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerService.Data.Configurations;

internal sealed class ProductAttributeConfiguration : IEntityTypeConfiguration<ProductAttribute>
{
    public void Configure(EntityTypeBuilder<ProductAttribute> builder)
    {
        builder.HasKey(a => new { a.ProductId, a.Key });
        builder.Property(a => a.Key).HasMaxLength(64);
        builder.ComplexProperty(a => a.Text);
        builder.HasIndex(a => new { a.Key, a.Number, a.ProductId });
    }
}
