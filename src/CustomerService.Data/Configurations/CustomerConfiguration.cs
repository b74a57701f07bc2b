using CustomerService.Core.Catalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerService.Data.Configurations;

internal sealed class CustomerConfiguration : IEntityTypeConfiguration<Customer>
{
    /// <summary>The name in upper case, for searching as one types.</summary>
    public const string SearchName = "SearchName";

    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).HasMaxLength(64);
        builder.ComplexProperty(c => c.Profile, p =>
        {
            p.Property(c => c.AgeGroup).HasMaxLength(40);
            p.Property(c => c.UseCase).HasMaxLength(200);
            p.Property(c => c.Interests).HasMaxLength(200);
        });
        builder.Property<string>(SearchName).IsRequired();
        builder.HasMany(c => c.Purchases).WithOne().HasForeignKey(p => p.CustomerId);
    }
}
