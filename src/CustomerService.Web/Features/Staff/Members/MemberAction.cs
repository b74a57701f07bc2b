namespace CustomerService.Web.Features.Staff.Members;

/// <summary>What an administrator does to a member.</summary>
public enum MemberAction
{
    Renew,
    Withdraw,
    MakeAdministrator,
    MakeAgent,
    Reset,
    ResetTwoFactor,
    Unlock,
    Activate,
    Deactivate,
}
