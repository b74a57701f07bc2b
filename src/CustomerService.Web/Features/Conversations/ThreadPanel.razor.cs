using CustomerService.Core.Answers;
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

    /// <summary>The messages; the first one of a day with that day.</summary>
    private IEnumerable<(ThreadMessage Shown, DateOnly? Day)> Days()
    {
        DateOnly? last = null;
        foreach (var shown in Thread.Messages)
        {
            var day = Shop.DayOf(shown.Message.SentAt);
            yield return (shown, day == last ? null : day);
            last = day;
        }
    }

    private Task ReadAgainAsync() => Thread.ReadAgainAsync(_closed.Token);
}
