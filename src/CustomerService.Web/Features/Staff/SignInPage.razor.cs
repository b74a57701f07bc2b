using CustomerService.Core.Answers;
using CustomerService.Data.Staff;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace CustomerService.Web.Features.Staff;

/// <summary>Lets members of the staff in.</summary>
public sealed partial class SignInPage
{
    // Compared with when nobody has the address, so that the answer takes as long as for somebody.
    private static readonly string Nobody = new PasswordHasher<StaffMember>().HashPassword(new(), Guid.NewGuid().ToString());

    private string? _problem;

    public sealed class Input
    {
        public string Email { get; set; } = "";
        public string Password { get; set; } = "";
        public bool Stay { get; set; }
    }

    [Inject]
    private SetupCode Setup { get; set; } = null!;

    [Inject]
    private SignInManager<StaffMember> Entrance { get; set; } = null!;

    [Inject]
    private ShopOptions Shop { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = null!;

    [SupplyParameterFromQuery]
    private string? ReturnUrl { get; set; }

    /// <summary>The password was changed right now, by a link.</summary>
    [SupplyParameterFromQuery]
    private bool Changed { get; set; }

    [SupplyParameterFromForm(FormName = "sign-in")]
    private Input? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new();
        if (await Setup.IsOpenAsync(HttpContext.RequestAborted))
            Navigation.NavigateTo(StaffServices.SetUpPath);
        else if (HttpContext.User.Identity is { IsAuthenticated: true })
            Navigation.NavigateTo(StaffServices.PlaceOf(ReturnUrl));
    }

    private async Task SubmitAsync()
    {
        if (await Entrance.UserManager.FindByEmailAsync(Form!.Email.Trim()) is not { IsInvited: false, IsDeactivated: false } member)
        {
            Entrance.UserManager.PasswordHasher.VerifyHashedPassword(new(), Nobody, Form.Password);
            _problem = L["WrongSignIn"];
            return;
        }

        var result = await Entrance.PasswordSignInAsync(member, Form.Password, Form.Stay, lockoutOnFailure: true);
        if (result.Succeeded)
            Navigation.NavigateTo(StaffServices.PlaceOf(ReturnUrl));
        else if (result.RequiresTwoFactor)
            Navigation.NavigateTo(Navigation.GetUriWithQueryParameters(StaffServices.CodePath, new Dictionary<string, object?>(StringComparer.Ordinal) { ["returnUrl"] = ReturnUrl, ["stay"] = Form.Stay }));
        else
            _problem = L.Refusal(result, member, Shop, "WrongSignIn");
    }
}
