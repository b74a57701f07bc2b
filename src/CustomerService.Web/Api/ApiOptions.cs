using CustomerService.Core.Configuration;

namespace CustomerService.Web.Api;

/// <summary>Section <c>Api</c>.</summary>
public sealed class ApiOptions
{
    public const int MinKeyLength = 16;

    /// <summary>Bearer keys, each at least <see cref="MinKeyLength"/> characters. With none the API answers 401 to everybody.</summary>
    [Secret]
    public IList<string> Keys { get; } = [];
}
