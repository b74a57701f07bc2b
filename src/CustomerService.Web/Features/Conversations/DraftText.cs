namespace CustomerService.Web.Features.Conversations;

/// <summary>Names the resources of what the assistant does for agents.</summary>
public sealed class DraftText;
