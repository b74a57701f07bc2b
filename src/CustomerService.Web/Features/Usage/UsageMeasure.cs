namespace CustomerService.Web.Features.Usage;

/// <summary>What the chart draws.</summary>
public enum UsageMeasure
{
    Cost,
    Tokens,
    Calls,
}
