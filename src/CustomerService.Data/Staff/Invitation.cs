namespace CustomerService.Data.Staff;

/// <summary>Where it is kept until when somebody is invited: a token in the framework's table.</summary>
public static class Invitation
{
    public const string Provider = "Invitation";
    public const string Until = "Until";
}
