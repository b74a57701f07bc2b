namespace CustomerService.Web.Features.Errors;

/// <summary>Names the resources of the error pages.</summary>
public sealed class ErrorText;
