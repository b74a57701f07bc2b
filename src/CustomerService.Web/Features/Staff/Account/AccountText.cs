namespace CustomerService.Web.Features.Staff.Account;

/// <summary>Names the resources of the page about oneself.</summary>
public sealed class AccountText;
