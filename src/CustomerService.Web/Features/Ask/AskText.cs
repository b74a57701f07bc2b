namespace CustomerService.Web.Features.Ask;

/// <summary>Names the resources of the Ask page.</summary>
public sealed class AskText;
