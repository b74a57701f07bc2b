using System.Globalization;
using CustomerService.Data.Staff;
using CustomerService.Web.Components;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Features.Staff.Members;

/// <summary>One member, and what can be done about them.</summary>
public sealed partial class MemberRow
{
    private State _state;

    private enum State
    {
        Active,
        Invited,
        InvitationOver,
        Locked,
        Deactivated,
    }

    [Parameter, EditorRequired]
    public required ListedMember Entry { get; set; }

    /// <summary>It is the one who looks.</summary>
    [Parameter, EditorRequired]
    public required bool IsSelf { get; set; }

    private StaffMember Member => Entry.Member;

    private string StateText => _state switch
    {
        State.Invited => L["InvitedUntil", TimeOf(Entry.InvitedUntil!.Value)],
        State.Locked => L["LockedUntil", Shop.TimeOf(Member.LockoutEnd!.Value).ToString("HH:mm", CultureInfo.InvariantCulture)],
        _ => L[_state.ToString()],
    };

    private IEnumerable<MemberAction> Actions => _state switch
    {
        State.Invited or State.InvitationOver => [MemberAction.Renew, OtherRole, MemberAction.Withdraw],
        State.Deactivated => [MemberAction.Activate],
        _ =>
        [
            .. _state == State.Locked ? [MemberAction.Unlock] : Array.Empty<MemberAction>(),
            MemberAction.Reset,
            .. Member.TwoFactorEnabled ? [MemberAction.ResetTwoFactor] : Array.Empty<MemberAction>(),
            OtherRole,
            MemberAction.Deactivate,
        ],
    };

    private MemberAction OtherRole => Member.Role == StaffRole.Administrator ? MemberAction.MakeAgent : MemberAction.MakeAdministrator;

    protected override void OnParametersSet()
    {
        var now = Clock.GetUtcNow();
        _state = Member switch
        {
            { IsDeactivated: true } => State.Deactivated,
            { IsInvited: true } => Entry.InvitedUntil > now ? State.Invited : State.InvitationOver,
            _ => Member.LockoutEnd > now ? State.Locked : State.Active,
        };
    }

    private string TimeOf(DateTimeOffset instant)
    {
        var time = Shop.TimeOf(instant);
        return $"{Times.Day(DateOnly.FromDateTime(time.DateTime))} {time.ToString("HH:mm", CultureInfo.InvariantCulture)}";
    }

    private string ValueOf(MemberAction action) => $"{action}:{Member.Id}";
}
