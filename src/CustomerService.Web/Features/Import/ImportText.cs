namespace CustomerService.Web.Features.Import;

/// <summary>Names the resources of the Import page.</summary>
public sealed class ImportText;
