using System.Text.Json;
using CustomerService.Core.Catalog;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerService.Data.Configurations;

internal sealed class ProductVariantConfiguration : IEntityTypeConfiguration<ProductVariant>
{
    public void Configure(EntityTypeBuilder<ProductVariant> builder)
    {
        builder.HasKey(v => new { v.ProductId, v.Id });
        builder.Property(v => v.Id).HasMaxLength(64);
        builder.HasIndex(v => v.Id);
        builder.Property(v => v.Options).HasConversion(
            options => JsonSerializer.Serialize(options, JsonSerializerOptions.Default), json => JsonSerializer.Deserialize<List<VariantOption>>(json, JsonSerializerOptions.Default)!,
            new ValueComparer<List<VariantOption>>((a, b) => a!.SequenceEqual(b!), o => o.Count, o => o.ToList()));
    }
}
