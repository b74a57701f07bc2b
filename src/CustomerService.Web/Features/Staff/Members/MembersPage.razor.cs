using CustomerService.Data.Staff;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace CustomerService.Web.Features.Staff.Members;

/// <summary>Who of the shop is in, for those who decide it.</summary>
public sealed partial class MembersPage
{
    private IReadOnlyList<ListedMember> _entries = [];
    private IReadOnlyList<string> _problems = [];
    private string? _done;
    private OnceLink? _link;
    private StaffMember? _self;

    public sealed class Input
    {
        public string Name { get; set; } = "";
        public string Email { get; set; } = "";
        public StaffRole Role { get; set; }
    }

    [Inject]
    private IStaffDirectory Staff { get; set; } = null!;

    [Inject]
    private SignInManager<StaffMember> SignIn { get; set; } = null!;

    [Inject]
    private StaffLinks Links { get; set; } = null!;

    [Inject]
    private IStringLocalizer<StaffText> StaffText { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "invite")]
    private Input? Form { get; set; }

    /// <summary>What is done and to whom: <c>Unlock:ID</c>.</summary>
    [SupplyParameterFromForm(FormName = "member-action")]
    private string? Action { get; set; }

    private UserManager<StaffMember> Members => SignIn.UserManager;

    protected override async Task OnInitializedAsync()
    {
        Form ??= new();
        // The cookie may be older than a change of role.
        if (await SignIn.ValidateSecurityStampAsync(HttpContext.User) is not { Role: StaffRole.Administrator } self)
        {
            Navigation.NavigateTo(StaffServices.SignInPath);
            return;
        }

        _self = self;
        await ReadAsync();
    }

    private async Task ReadAsync() => _entries = await Staff.ReadAsync(HttpContext.RequestAborted);

    private async Task InviteAsync()
    {
        if (_self is null)
            return;
        var (name, email) = (Form!.Name.Trim(), Form.Email.Trim());
        if (name.Length is 0 or > StaffMember.MaxName)
        {
            _problems = [StaffText["WrongName", StaffMember.MaxName]];
            return;
        }

        var member = new StaffMember { UserName = email, Email = email, Name = name, Role = Form.Role };
        var made = await Members.CreateAsync(member);
        if (!made.Succeeded)
        {
            _problems = [.. made.Errors.Select(e => StaffText.Problem(e)).Distinct()];
            return;
        }

        await ShowInvitationAsync(member);
        Form = new();
        await ReadAsync();
    }

    private async Task ActAsync()
    {
        if (_self is null || Action?.Split(':') is not [var name, var id] || !Enum.TryParse<MemberAction>(name, out var action))
            return;
        var member = await Members.FindByIdAsync(id);
        if (member is null || !await DoAsync(action, member))
        {
            _problems = [L[member is not null && action is (MemberAction.MakeAgent or MemberAction.Deactivate) ? "LastAdministrator" : "Gone"]];
        }
        else if (_link is null)
        {
            _done = L[$"Done_{action}", member.Name];
        }

        await ReadAsync();
    }

    /// <returns>False when it cannot be done, as the member is now.</returns>
    private async Task<bool> DoAsync(MemberAction action, StaffMember member)
    {
        switch (action)
        {
            case MemberAction.Renew when member.IsInvited:
                await ShowInvitationAsync(member);
                return true;
            case MemberAction.Withdraw:
                return await Staff.WithdrawAsync(member.Id, HttpContext.RequestAborted);
            case MemberAction.MakeAdministrator:
                return await Staff.ChangeRoleAsync(member.Id, StaffRole.Administrator, HttpContext.RequestAborted);
            case MemberAction.MakeAgent:
                return await Staff.ChangeRoleAsync(member.Id, StaffRole.Agent, HttpContext.RequestAborted);
            case MemberAction.Reset when member is { IsInvited: false, IsDeactivated: false }:
                _link = new(L["ResetFor", member.Name], L["ResetText", member.Name], AddressOf(StaffLinks.ResetPath, await Links.ResetAsync(member)));
                return true;
            case MemberAction.ResetTwoFactor:
                return await Members.TurnOffTwoFactorAsync(member);
            case MemberAction.Unlock when !member.IsDeactivated:
            case MemberAction.Activate when member.IsDeactivated:
                await Staff.UnlockAsync(member.Id, HttpContext.RequestAborted);
                return true;
            case MemberAction.Deactivate:
                return await Staff.DeactivateAsync(member.Id, HttpContext.RequestAborted);
            default:
                return false;
        }
    }

    private async Task ShowInvitationAsync(StaffMember member) => _link = new(
        L["InvitationFor", member.Name], L["InvitationText", member.Name], AddressOf(StaffLinks.InvitationPath, await Links.InviteAsync(member)));

    private string AddressOf(string path, string link) => Navigation.ToAbsoluteUri(path) + "#" + link;

    private sealed record OnceLink(string Title, string Text, string Address);
}
