using CustomerService.Core.Catalog;
using CustomerService.Data.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerService.Data.Configurations;

internal sealed class ProductSearchTextConfiguration : IEntityTypeConfiguration<ProductSearchText>
{
    public void Configure(EntityTypeBuilder<ProductSearchText> builder)
    {
        builder.HasKey(t => t.Id);
        builder.HasOne<Product>().WithOne().HasForeignKey<ProductSearchText>(t => t.ProductId);
    }
}
