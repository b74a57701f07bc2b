using CustomerService.Data.Staff;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace CustomerService.Web.Features.Staff;

/// <summary>
/// Where an invitation or a reset link leads. Its secret stands behind the #, which no browser sends: the page's script posts it, so that no log and no
/// other site ever has it.
/// </summary>
public sealed partial class LinkPage
{
    private static readonly string[] UsedMeanwhile =
        [nameof(IdentityErrorDescriber.ConcurrencyFailure), nameof(IdentityErrorDescriber.InvalidToken), nameof(IdentityErrorDescriber.UserAlreadyHasPassword)];

    private StaffMember? _member;
    private Step _step;
    private IReadOnlyList<string> _problems = [];

    private enum Step
    {
        Opening,
        Choosing,
        Over,
    }

    public sealed class Input
    {
        public string Link { get; set; } = "";
        public string Name { get; set; } = "";
        public string Password { get; set; } = "";
    }

    [Inject]
    private StaffLinks Links { get; set; } = null!;

    [Inject]
    private SignInManager<StaffMember> SignIn { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = null!;

    [SupplyParameterFromForm(FormName = "open")]
    private string? Link { get; set; }

    [SupplyParameterFromForm(FormName = "accept")]
    private Input? Form { get; set; }

    private string Path => IsInvitation ? StaffLinks.InvitationPath : StaffLinks.ResetPath;

    private bool IsInvitation => HttpContext.Request.Path.StartsWithSegments(StaffLinks.InvitationPath, StringComparison.OrdinalIgnoreCase);

    private string Text(string key, params object[] values) => L[$"{(IsInvitation ? "Invitation" : "Reset")}_{key}", values];

    // A form that was sent must be on the page that receives it.
    protected override void OnInitialized() => _step = Form is null ? Step.Opening : Step.Choosing;

    private async Task OpenAsync()
    {
        await FindAsync(Link);
        Form = new() { Link = Link ?? "", Name = _member?.Name ?? "" };
    }

    private async Task FindAsync(string? link)
    {
        _member = await Links.OpenAsync(Path, link);
        _step = _member is null ? Step.Over : Step.Choosing;
    }

    private async Task AcceptAsync()
    {
        var form = Form!;
        await FindAsync(form.Link);
        if (_member is null)
            return;
        // The form of a reset link asks for no name.
        var name = IsInvitation ? form.Name.Trim() : _member.Name;
        if (name.Length is 0 or > StaffMember.MaxName)
        {
            _problems = [L["WrongName", StaffMember.MaxName]];
            return;
        }

        _member.Name = name;
        var done = await Links.UseAsync(Path, form.Link, _member, form.Password);
        if (!done.Succeeded)
        {
            form.Password = "";
            _problems = [.. done.Errors.Select(e => L.Problem(e)).Distinct()];
            if (done.Errors.Any(e => UsedMeanwhile.Contains(e.Code)))
                _step = Step.Over;
            return;
        }

        if (IsInvitation)
        {
            await SignIn.SignInAsync(_member, isPersistent: false);
            Navigation.NavigateTo(StaffServices.PlaceOf(null));
        }
        else
        {
            await SignIn.SignOutAsync();
            Navigation.NavigateTo($"{StaffServices.SignInPath}?changed=true");
        }
    }
}
