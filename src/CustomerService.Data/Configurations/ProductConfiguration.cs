using CustomerService.Core.Catalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerService.Data.Configurations;

internal sealed class ProductConfiguration : IEntityTypeConfiguration<Product>
{
    /// <summary>Sum of the reported counts; null when none is. Kept by triggers on the stock levels.</summary>
    public const string Available = "Available";
    /// <summary>Whether a warehouse has not reported. Kept by the same triggers.</summary>
    public const string HasUnknownStock = "HasUnknownStock";
    /// <summary>
    /// Average stars, drawn towards 3.5 as if five more people had given that, so that one enthusiast does not outrank five
    /// hundred buyers. Kept by triggers on the review tallies.
    /// </summary>
    public const string RatingScore = "RatingScore";
    public const double RatingScoreWithoutReviews = 3.5;

    private const string Sellable = "\"Status\" = 'Active' AND \"Available\" > 0";

    public void Configure(EntityTypeBuilder<Product> builder)
    {
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).HasMaxLength(64);
        builder.ComplexProperty(p => p.Name);
        builder.ComplexProperty(p => p.Description);
        builder.Property(p => p.Currency).HasMaxLength(3);
        builder.Property<int?>(Available);
        builder.Property<bool>(HasUnknownStock).HasDefaultValue(false);
        builder.Property<double>(RatingScore).HasDefaultValue(RatingScoreWithoutReviews);
        builder.HasOne<Category>().WithMany().HasForeignKey(p => p.CategoryId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Product>().WithMany().HasForeignKey(p => p.SuccessorId).OnDelete(DeleteBehavior.SetNull);
        builder.HasMany(p => p.Attributes).WithOne().HasForeignKey(a => a.ProductId);
        builder.HasMany(p => p.Variants).WithOne().HasForeignKey(v => v.ProductId);
        builder.Property(p => p.HasHigherPrices).HasDefaultValue(false);
        builder.HasIndex(p => p.CategoryId);
        // For recommendations, which only ever look at what can be sold.
        builder.HasIndex([nameof(Product.CategoryId), RatingScore], "IX_Products_Sellable_Category_Rating").HasFilter(Sellable);
        builder.HasIndex([nameof(Product.CategoryId), nameof(Product.PriceMinor)], "IX_Products_Sellable_Category_Price").HasFilter(Sellable);
        builder.HasIndex([nameof(Product.Brand), RatingScore], "IX_Products_Sellable_Brand_Rating").HasFilter(Sellable);
        builder.HasIndex([RatingScore], "IX_Products_Sellable_Rating").HasFilter(Sellable);
        builder.HasIndex([nameof(Product.PriceMinor)], "IX_Products_Sellable_Price").HasFilter(Sellable);
    }
}
