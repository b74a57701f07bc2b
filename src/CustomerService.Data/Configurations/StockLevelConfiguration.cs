using CustomerService.Core.Catalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerService.Data.Configurations;

internal sealed class VariantStockLevelConfiguration : IEntityTypeConfiguration<VariantStockLevel>
{
    public void Configure(EntityTypeBuilder<VariantStockLevel> builder)
    {
        builder.HasKey(s => new { s.ProductId, s.VariantId, s.WarehouseId });
        builder.HasOne<ProductVariant>().WithMany().HasForeignKey(s => new { s.ProductId, s.VariantId });
        builder.HasOne<Warehouse>().WithMany().HasForeignKey(s => s.WarehouseId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("CK_VariantStockLevels_Quantity", "\"Quantity\" >= 0"));
    }
}

internal sealed class StockLevelConfiguration : IEntityTypeConfiguration<StockLevel>
{
    public void Configure(EntityTypeBuilder<StockLevel> builder)
    {
        builder.HasKey(s => new { s.ProductId, s.WarehouseId });
        builder.HasOne<Product>().WithMany().HasForeignKey(s => s.ProductId);
        builder.HasOne<Warehouse>().WithMany().HasForeignKey(s => s.WarehouseId).OnDelete(DeleteBehavior.Restrict);
        builder.ToTable(t => t.HasCheckConstraint("CK_StockLevels_Quantity", "\"Quantity\" >= 0"));
    }
}
