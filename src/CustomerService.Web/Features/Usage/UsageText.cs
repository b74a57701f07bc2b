namespace CustomerService.Web.Features.Usage;

/// <summary>Names the resources of the Usage page.</summary>
public sealed class UsageText;
