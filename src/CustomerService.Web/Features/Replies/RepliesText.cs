namespace CustomerService.Web.Features.Replies;

/// <summary>Names the resources of the page of canned replies.</summary>
public sealed class RepliesText;
