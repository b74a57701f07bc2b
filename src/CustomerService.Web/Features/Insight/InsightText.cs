namespace CustomerService.Web.Features.Insight;

/// <summary>Names the resources of the page that tells what became of suggestions.</summary>
public sealed class InsightText;
