using CustomerService.Core.Catalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerService.Data.Configurations;

internal sealed class ReviewTallyConfiguration : IEntityTypeConfiguration<ReviewTally>
{
    public void Configure(EntityTypeBuilder<ReviewTally> builder)
    {
        builder.HasKey(t => t.ProductId);
        builder.HasOne<Product>().WithOne().HasForeignKey<ReviewTally>(t => t.ProductId);
    }
}
