using CustomerService.Data.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CustomerService.Data.Configurations;

internal sealed class StaffMemberConfiguration : IEntityTypeConfiguration<StaffMember>
{
    public void Configure(EntityTypeBuilder<StaffMember> builder)
    {
        builder.ToTable("Staff");
        builder.Property(m => m.Name).HasMaxLength(StaffMember.MaxName);
    }
}

internal sealed class StaffClaimConfiguration : IEntityTypeConfiguration<IdentityUserClaim<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<string>> builder) => builder.ToTable("StaffClaims");
}

internal sealed class StaffLoginConfiguration : IEntityTypeConfiguration<IdentityUserLogin<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<string>> builder) => builder.ToTable("StaffLogins");
}

internal sealed class StaffTokenConfiguration : IEntityTypeConfiguration<IdentityUserToken<string>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<string>> builder) => builder.ToTable("StaffTokens");
}

internal sealed class KeyRecordConfiguration : IEntityTypeConfiguration<KeyRecord>
{
    private const int MaxName = 128;

    public void Configure(EntityTypeBuilder<KeyRecord> builder)
    {
        builder.ToTable("Keys");
        builder.HasKey(k => k.Name);
        builder.Property(k => k.Name).HasMaxLength(MaxName);
    }
}
