namespace CustomerService.Web.Components.Layout;

/// <summary>Names the resources of the frame around the pages.</summary>
public sealed class LayoutText;
