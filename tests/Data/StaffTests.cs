using CustomerService.Data.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Data.Tests;

public abstract class StaffTests(StoreFixture store)
{
    [Fact]
    public async Task Members_and_their_roles_are_kept_and_an_address_is_taken_once()
    {
        var directory = store.Services.GetRequiredService<IStaffDirectory>();
        Assert.True((await MakeAsync("agent@shop.example", StaffRole.Agent)).Succeeded);
        Assert.False(await directory.HasAdministratorAsync(CancellationToken.None));
        Assert.Contains((await MakeAsync("AGENT@shop.example", StaffRole.Administrator)).Errors, e => e.Code == nameof(IdentityErrorDescriber.DuplicateEmail));
        Assert.False(await directory.HasAdministratorAsync(CancellationToken.None));

        Assert.True((await MakeAsync("chief@shop.example", StaffRole.Administrator)).Succeeded);
        Assert.True(await directory.HasAdministratorAsync(CancellationToken.None));
        await using var scope = store.Services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>().FindByEmailAsync("Chief@Shop.example");
        Assert.Equal(("김하나", StaffRole.Administrator), (found!.Name, found.Role));
    }

    [Fact]
    public void Keys_of_one_program_are_there_for_the_next()
    {
        var keys = store.Services.GetRequiredService<IKeyStore>();
        keys.Add("key-b", "<key>'\"2</key>");
        keys.Add("key-a", "<key>1</key>");
        Assert.Equal(["<key>1</key>", "<key>'\"2</key>"], keys.Read());
    }

    private async Task<IdentityResult> MakeAsync(string email, StaffRole role)
    {
        await using var scope = store.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>()
            .CreateAsync(new() { UserName = email, Email = email, Name = "김하나", Role = role }, "Nine brave 0tters!");
    }
}

public sealed class StaffOnSqliteTests(SqliteStore store) : StaffTests(store), IClassFixture<SqliteStore>;

public sealed class StaffOnPostgreSqlTests(PostgreSqlStore store) : StaffTests(store), IClassFixture<PostgreSqlStore>;
