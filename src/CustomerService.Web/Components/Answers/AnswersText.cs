namespace CustomerService.Web.Components.Answers;

/// <summary>Names the resources of answers and what they rest on.</summary>
public sealed class AnswersText;
