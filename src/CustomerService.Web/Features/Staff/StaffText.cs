using System.Globalization;
using CustomerService.Core.Answers;
using CustomerService.Data.Staff;
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

    /// <summary>Why somebody was not let in: locked out, or what else it is.</summary>
    public static string Refusal(this IStringLocalizer<StaffText> text, SignInResult result, StaffMember member, ShopOptions shop, string otherwise) =>
        result.IsLockedOut && member.LockoutEnd is { } end ? text["LockedOut", shop.TimeOf(end).ToString("HH:mm", CultureInfo.InvariantCulture)] : text[otherwise];
}
