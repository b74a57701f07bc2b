using CustomerService.Data.Staff;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace CustomerService.Web.Features.Staff;

/// <summary>Makes the first administrator, once.</summary>
public sealed partial class SetUpPage
{
    private IReadOnlyList<string> _problems = [];

    public sealed class Input
    {
        public string Code { get; set; } = "";
        public string Name { get; set; } = "";
        public string Email { get; set; } = "";
        public string Password { get; set; } = "";
    }

    [Inject]
    private SetupCode Setup { get; set; } = null!;

    [Inject]
    private SignInManager<StaffMember> SignIn { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "setup")]
    private Input? Form { get; set; }

    protected override async Task OnInitializedAsync()
    {
        Form ??= new();
        if (!await Setup.IsOpenAsync(HttpContext.RequestAborted))
            Navigation.NavigateTo(StaffServices.SignInPath);
    }

    private async Task SubmitAsync()
    {
        var form = Form!;
        if (!Setup.IsRight(form.Code))
        {
            _problems = [L["WrongCode"]];
            return;
        }

        var (name, email) = (form.Name.Trim(), form.Email.Trim());
        if (name.Length is 0 or > StaffMember.MaxName)
        {
            _problems = [L["WrongName", StaffMember.MaxName]];
            return;
        }

        var member = new StaffMember { UserName = email, Email = email, Name = name, Role = StaffRole.Administrator };
        var made = await Setup.UseAsync(member, form.Password, HttpContext.RequestAborted);
        if (made is { Succeeded: false })
        {
            _problems = [.. made.Errors.Select(e => L.Problem(e)).Distinct()];
            return;
        }

        if (made is not null)
            await SignIn.SignInAsync(member, isPersistent: false);
        Navigation.NavigateTo(made is null ? StaffServices.SignInPath : StaffServices.PlaceOf(null));
    }
}
