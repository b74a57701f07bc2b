using CustomerService.Core.Answers;
using CustomerService.Data.Staff;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace CustomerService.Web.Features.Staff.Account;

/// <summary>One matter that members settle about themselves.</summary>
public abstract class AccountSection : ComponentBase
{
    [Parameter, EditorRequired]
    public required StaffMember Member { get; set; }

    [Inject]
    protected IStringLocalizer<AccountText> L { get; set; } = null!;

    [Inject]
    protected IStringLocalizer<StaffText> StaffText { get; set; } = null!;

    [Inject]
    protected SignInManager<StaffMember> SignIn { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ShopOptions Shop { get; set; } = null!;

    protected UserManager<StaffMember> Members => SignIn.UserManager;

    /// <summary>What keeps it from being done.</summary>
    protected IReadOnlyList<string> Problems { get; set; } = [];

    /// <summary>Whether it was done; else <see cref="Problems"/> tell why not.</summary>
    protected bool Succeeded(IdentityResult result)
    {
        Problems = [.. result.Errors.Select(e => StaffText.Problem(e)).Distinct()];
        return result.Succeeded;
    }

    /// <summary>Whether it is really the member who sits there. Wrong passwords count as at the sign-in.</summary>
    protected async Task<bool> IsConfirmedAsync(string password)
    {
        var result = await SignIn.CheckPasswordSignInAsync(Member, password, lockoutOnFailure: true);
        if (!result.Succeeded)
            Problems = [StaffText.Refusal(result, Member, Shop, "Problem_PasswordMismatch")];
        return result.Succeeded;
    }

    /// <summary>Keeps this browser signed in, though all others are no longer, and tells what was done.</summary>
    protected async Task FinishAsync(string done)
    {
        await SignIn.RefreshSignInAsync(Member);
        Navigation.NavigateTo($"{StaffServices.AccountPath}?done={done}");
    }
}
