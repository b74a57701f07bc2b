namespace CustomerService.Web.Features.Replies;

/// <summary>Names the resources of the canned replies page.</summary>
public sealed class RepliesText;
