namespace CustomerService.Web.Features.Conversations;

/// <summary>Names the resources of the Conversations page.</summary>
public sealed class ConversationsText;
