namespace CustomerService.Web.Features.Conversations.Context;

/// <summary>Names the texts in ContextText.resx.</summary>
public sealed class ContextText;
