namespace CustomerService.Web.Features.Conversations;

/// <summary>Names the resources of the list of conversations.</summary>
public sealed class InboxText;
