namespace CustomerService.Web.Components;

/// <summary>Names the resources that components of all pages share.</summary>
public sealed class ComponentText;
