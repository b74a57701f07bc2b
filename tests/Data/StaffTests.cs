using CustomerService.Data.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Data.Tests;

public abstract class StaffTests(StoreFixture store) : IAsyncLifetime
{
    private const string Password = "Nine brave 0tters!";

    public Task InitializeAsync() => ClearAsync();

    public Task DisposeAsync() => Task.CompletedTask;

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
    public async Task Two_administrators_who_shut_each_other_out_at_once_leave_one()
    {
        var directory = store.Services.GetRequiredService<IStaffDirectory>();
        for (var race = 0; race < 20; race++)
        {
            await ClearAsync();
            foreach (var name in new[] { "a", "b" })
                Assert.True((await MakeAsync($"{name}@shop.example", StaffRole.Administrator)).Succeeded);
            // Who is invited decides nothing yet.
            Assert.True((await MakeAsync("c@shop.example", StaffRole.Administrator, password: null)).Succeeded);
            var ids = (await directory.ReadAsync(CancellationToken.None)).Where(e => !e.Member.IsInvited).Select(e => e.Member.Id).ToList();

            var done = await Task.WhenAll(
                Task.Run(() => directory.DeactivateAsync(ids[0], CancellationToken.None)), Task.Run(() => directory.ChangeRoleAsync(ids[1], StaffRole.Agent, CancellationToken.None)));
            Assert.Single(done, d => d);
            Assert.Single(await directory.ReadAsync(CancellationToken.None), e => e.Member is { Role: StaffRole.Administrator, IsDeactivated: false, IsInvited: false });
        }
    }

    [Fact]
    public async Task Deactivation_ends_the_sign_ins_and_outlasts_what_was_under_way()
    {
        var directory = store.Services.GetRequiredService<IStaffDirectory>();
        Assert.True((await MakeAsync("boss@shop.example", StaffRole.Administrator)).Succeeded);
        Assert.True((await MakeAsync("lee@shop.example", StaffRole.Agent)).Succeeded);
        await using var scope = store.Services.CreateAsyncScope();
        var members = scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>();
        var before = (await members.FindByEmailAsync("lee@shop.example"))!;
        Assert.True(await directory.DeactivateAsync(before.Id, CancellationToken.None));

        Assert.False((await members.AccessFailedAsync(before)).Succeeded);
        var after = await FindAsync(before.Id);
        Assert.True(after!.IsDeactivated);
        Assert.NotEqual(before.SecurityStamp, after.SecurityStamp);

        await directory.UnlockAsync(before.Id, CancellationToken.None);
        Assert.False((await FindAsync(before.Id))!.IsDeactivated);
    }

    [Fact]
    public async Task Members_who_are_invited_or_deactivated_are_not_active()
    {
        var directory = store.Services.GetRequiredService<IStaffDirectory>();
        foreach (var name in new[] { "boss", "lee", "late" })
            Assert.True((await MakeAsync($"{name}@shop.example", StaffRole.Administrator)).Succeeded);
        Assert.True((await MakeAsync("new@shop.example", StaffRole.Agent, password: null)).Succeeded);
        var ids = (await directory.ReadAsync(CancellationToken.None)).ToDictionary(e => e.Member.Email!, e => e.Member.Id);
        Assert.True(await directory.DeactivateAsync(ids["lee@shop.example"], CancellationToken.None));
        // What was read before this test is kept for a moment.
        store.Clock.Advance(TimeSpan.FromMinutes(1));

        var names = store.Services.GetRequiredService<IStaffNames>();
        Assert.Equal(new[] { ids["boss@shop.example"], ids["late@shop.example"] }.Order(), (await names.ActiveAsync(CancellationToken.None)).Order());
        Assert.Equal(ids.Values.Order(), (await names.ReadAsync(null, CancellationToken.None)).Keys.Order());
    }

    [Fact]
    public async Task Invitation_is_accepted_once_and_withdrawn_only_before()
    {
        var directory = store.Services.GetRequiredService<IStaffDirectory>();
        await using var scope = store.Services.CreateAsyncScope();
        var members = scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>();
        var invited = new StaffMember { UserName = "new@shop.example", Email = "new@shop.example", Name = "박둘" };
        Assert.True((await members.CreateAsync(invited)).Succeeded);
        await members.SetAuthenticationTokenAsync(invited, Invitation.Provider, Invitation.Until, "2026-11-25T10:00:00.0000000+00:00");
        var entry = Assert.Single(await directory.ReadAsync(CancellationToken.None), e => e.Member.Id == invited.Id);
        Assert.True(entry.Member.IsInvited);
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 10, 0, 0, TimeSpan.Zero), entry.InvitedUntil);

        await using var other = store.Services.CreateAsyncScope();
        var others = other.ServiceProvider.GetRequiredService<UserManager<StaffMember>>();
        var same = (await others.FindByIdAsync(invited.Id))!;
        Assert.True((await members.AddPasswordAsync(invited, Password)).Succeeded);
        Assert.False((await others.AddPasswordAsync(same, "Nine other 0tters!")).Succeeded);
        Assert.False(await directory.WithdrawAsync(invited.Id, CancellationToken.None));

        var second = new StaffMember { UserName = "late@shop.example", Email = "late@shop.example" };
        Assert.True((await members.CreateAsync(second)).Succeeded);
        await members.SetAuthenticationTokenAsync(second, Invitation.Provider, Invitation.Until, "2026-11-25T10:00:00.0000000+00:00");
        Assert.True(await directory.WithdrawAsync(second.Id, CancellationToken.None));
        Assert.Null(await FindAsync(second.Id));
    }

    [Fact]
    public void Keys_of_one_program_are_there_for_the_next()
    {
        var keys = store.Services.GetRequiredService<IKeyStore>();
        keys.Add("key-b", "<key>'\"2</key>");
        keys.Add("key-a", "<key>1</key>");
        Assert.Equal(["<key>1</key>", "<key>'\"2</key>"], keys.Read());
    }

    private async Task<StaffMember?> FindAsync(string id)
    {
        await using var scope = store.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>().FindByIdAsync(id);
    }

    private async Task<IdentityResult> MakeAsync(string email, StaffRole role, string? password = Password)
    {
        await using var scope = store.Services.CreateAsyncScope();
        var (members, member) = (scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>(), new StaffMember { UserName = email, Email = email, Name = "김하나", Role = role });
        return password is null ? await members.CreateAsync(member) : await members.CreateAsync(member, password);
    }

    private async Task ClearAsync()
    {
        await using var context = store.NewContext();
        await context.Users.ExecuteDeleteAsync();
    }
}

public sealed class StaffOnSqliteTests(SqliteStore store) : StaffTests(store), IClassFixture<SqliteStore>;

public sealed class StaffOnPostgreSqlTests(PostgreSqlStore store) : StaffTests(store), IClassFixture<PostgreSqlStore>;
