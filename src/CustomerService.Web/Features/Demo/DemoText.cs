namespace CustomerService.Web.Features.Demo;

/// <summary>Names the resources of the demo store.</summary>
public sealed class DemoText;
