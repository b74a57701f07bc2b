namespace CustomerService.Web.Features.Usage;

/// <param name="Colour">That of the model in the chart; null where it has none.</param>
public sealed record UsageTableRow(string Name, int? Colour, UsageSum Sum);
