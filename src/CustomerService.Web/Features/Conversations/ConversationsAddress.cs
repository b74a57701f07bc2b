using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using CustomerService.Core.Triage;
using Microsoft.AspNetCore.WebUtilities;

namespace CustomerService.Web.Features.Conversations;

/// <summary>What the address of the Conversations page holds: the open conversation and which ones are listed.</summary>
public sealed record ConversationsAddress(string? ConversationId, InboxView View)
{
    public const string Path = "conversations";
    public const InboxView FirstView = InboxView.Everyone;
    public const int MaxSearch = 200;
    private const int MaxProductId = 64;

    /// <summary>Minutes of waiting from which one can choose.</summary>
    public static readonly IReadOnlyList<int> Waits = [5, 15, 60];

    public Topic? Topic { get; init; }
    public Mood? Mood { get; init; }
    public Language? Language { get; init; }
    public string? Tag { get; init; }
    public string? ProductId { get; init; }
    public int? WaitingFor { get; init; }
    public string? Search { get; init; }

    /// <summary>Reads what stands in an address; what is none of the choices counts as not there.</summary>
    /// <param name="value">By the names that <see cref="ToString"/> gives.</param>
    public static ConversationsAddress Of(string? conversationId, Func<string, string?> value) => new(conversationId, Chosen<InboxView>(value("view")) ?? FirstView)
    {
        Topic = Chosen<Topic>(value("topic")),
        Mood = Chosen<Mood>(value("mood")),
        Language = Chosen<Language>(value("language")),
        Tag = Tags.Normalized(value("tag")),
        ProductId = Cleaned(value("product"), MaxProductId),
        WaitingFor = Waits.Where(w => value("waiting") == Number(w)).Select(w => (int?)w).FirstOrDefault(),
        Search = Cleaned(value("search"), MaxSearch),
    };

    /// <summary>Trimmed, cut, and without control characters; null when nothing is left.</summary>
    public static string? Cleaned(string? text, int length)
    {
        var clean = new string([.. (text ?? "").Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Take(length)]).Trim();
        return clean.Length > 0 ? clean : null;
    }

    /// <summary>Without any filter but the view.</summary>
    public ConversationsAddress Unfiltered => new(ConversationId, View);

    public InboxFilter Filter(string agentId) => new(View, agentId)
    {
        Topic = Topic, Mood = Mood, Language = Language, Tag = Tag, ProductId = ProductId, WaitingFor = WaitingFor, Search = Search,
    };

    /// <summary>The same list with another conversation open; null for none.</summary>
    public string To(string? conversationId) => (this with { ConversationId = conversationId }).ToString();

    /// <summary>The address relative to the site's base.</summary>
    public override string ToString() => QueryHelpers.AddQueryString(
        ConversationId is null ? Path : $"{Path}/{Uri.EscapeDataString(ConversationId)}", Query().Where(q => q.Value is not null));

    private IEnumerable<KeyValuePair<string, string?>> Query() =>
    [
        new("view", View == FirstView ? null : Name(View)),
        new("topic", Name(Topic)),
        new("mood", Name(Mood)),
        new("language", Name(Language)),
        new("tag", Tag),
        new("product", ProductId),
        new("waiting", WaitingFor is { } minutes ? Number(minutes) : null),
        new("search", Search),
    ];

    private static string? Name<T>(T? value)
        where T : struct, Enum => value?.ToString().ToLowerInvariant();

    private static string Name(InboxView view) => view.ToString().ToLowerInvariant();

    private static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static T? Chosen<T>(string? name)
        where T : struct, Enum => Enum.GetValues<T>().Where(v => string.Equals(v.ToString(), name, StringComparison.OrdinalIgnoreCase)).Select(v => (T?)v).FirstOrDefault();
}
