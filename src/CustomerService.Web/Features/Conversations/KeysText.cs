namespace CustomerService.Web.Features.Conversations;

/// <summary>Names the resources of keys and commands.</summary>
public sealed class KeysText;
