namespace CustomerService.Web.Features.Evaluation;

/// <summary>Names the resources of the Evaluation page.</summary>
public sealed class EvaluationText;
