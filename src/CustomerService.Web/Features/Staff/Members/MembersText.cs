namespace CustomerService.Web.Features.Staff.Members;

/// <summary>Names the resources of the members' page.</summary>
public sealed class MembersText;
