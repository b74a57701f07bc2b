using System.Globalization;

namespace CustomerService.Core.Conversations;

/// <summary>Tags of a conversation as one text, each on a line of its own, in order.</summary>
public static class Tags
{
    /// <summary>Characters of a tag.</summary>
    public const int MaxLength = 30;

    /// <summary>Tags of one conversation.</summary>
    public const int MaxCount = 12;

    /// <summary>Characters of all tags of a conversation with the ends of their lines.</summary>
    public const int MaxTotal = MaxCount * (MaxLength + 1);

    public static IReadOnlyList<string> Of(string tags) => tags.Length == 0 ? [] : tags.Split('\n');

    /// <summary>Lower case, with single spaces and without control characters; null when nothing is left or it is longer than <see cref="MaxLength"/>.</summary>
    public static string? Normalized(string? tag)
    {
        var words = new string([.. (tag ?? "").Where(c => char.IsWhiteSpace(c) || CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format))])
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var normalized = string.Join(' ', words).TrimStart('#').ToLowerInvariant();
        return normalized.Length is > 0 and <= MaxLength ? normalized : null;
    }

    /// <returns>The same tags when it is there already, or there are <see cref="MaxCount"/>.</returns>
    public static string With(string tags, string tag) =>
        Of(tags) is var known && (known.Count >= MaxCount || known.Contains(tag)) ? tags : string.Join('\n', known.Append(tag).Order(StringComparer.Ordinal));

    public static string Without(string tags, string tag) => string.Join('\n', Of(tags).Where(t => t != tag));
}
