using Microsoft.AspNetCore.Identity;

namespace CustomerService.Data.Staff;

/// <summary>What somebody of the shop may do.</summary>
public enum StaffRole
{
    /// <summary>Answers customers.</summary>
    Agent,
    /// <summary>That, and decides who else is in.</summary>
    Administrator,
}

/// <summary>Somebody of the shop who signs in, by e-mail address.</summary>
public sealed class StaffMember : IdentityUser
{
    public const int MaxName = 60;

    /// <summary>What colleagues and customers see.</summary>
    public string Name { get; set; } = "";

    public StaffRole Role { get; set; }

    /// <summary>The end of a lock-out that has none: who was deactivated. A lock-out after wrong attempts ends in minutes.</summary>
    public static DateTimeOffset Never { get; } = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Has not chosen a password yet.</summary>
    public bool IsInvited => PasswordHash is null;

    public bool IsDeactivated => LockoutEnd >= Never;
}
