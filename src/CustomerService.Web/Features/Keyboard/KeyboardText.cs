namespace CustomerService.Web.Features.Keyboard;

/// <summary>Names the resources of the palette and of what tells the keys.</summary>
public sealed class KeyboardText;
