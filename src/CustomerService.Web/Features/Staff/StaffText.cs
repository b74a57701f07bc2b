using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Localization;

namespace CustomerService.Web.Features.Staff;

/// <summary>Names the resources of signing in.</summary>
public sealed class StaffText;

internal static class StaffTextExtensions
{
    /// <summary>What the framework does not accept, in the reader's language.</summary>
    public static string Problem(this IStringLocalizer<StaffText> text, IdentityError error)
    {
        var known = text[$"Problem_{error.Code}"];
        return known.ResourceNotFound ? text["Problem"] : known;
    }
}
