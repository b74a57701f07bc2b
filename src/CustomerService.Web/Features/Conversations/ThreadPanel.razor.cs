using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Features.Conversations;

/// <summary>The open conversation. While an answer grows, its message alone is drawn again.</summary>
public sealed partial class ThreadPanel : IDisposable
{
    private const int MaxStars = 5;

    private readonly CancellationTokenSource _closed = new();

    [Inject]
    private OpenThread Thread { get; set; } = null!;

    [Inject]
    private ShopOptions Shop { get; set; } = null!;

    /// <summary>Where the list is.</summary>
    [Parameter, EditorRequired]
    public required ConversationsAddress List { get; set; }

    public void Dispose()
    {
        Thread.Changed -= Redraw;
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override void OnInitialized() => Thread.Changed += Redraw;

    /// <summary>Messages with the entries between them; the first of a day with that day.</summary>
    private IEnumerable<(ThreadMessage? Shown, StaffEntry? Entry, DateOnly? Day)> Timeline()
    {
        DateOnly? last = null;
        var next = 0;
        var entries = Thread.Entries;
        foreach (var shown in Thread.Messages)
        {
            for (; next < entries.Count && entries[next].At < shown.Message.SentAt; next++)
                yield return (null, entries[next], DayOf(entries[next].At));
            yield return (shown, null, DayOf(shown.Message.SentAt));
        }

        for (; next < entries.Count; next++)
            yield return (null, entries[next], DayOf(entries[next].At));

        DateOnly? DayOf(DateTimeOffset instant)
        {
            var day = Shop.DayOf(instant);
            if (day == last)
                return null;
            last = day;
            return day;
        }
    }

    private Task ReadAgainAsync() => Thread.ReadAgainAsync(_closed.Token);
}
