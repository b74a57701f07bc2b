using CustomerService.Core.Conversations;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;

namespace CustomerService.Web.Features.Conversations;

/// <summary>The list of conversations with its filter. Of a long one only the rows that can be seen are there. A row is drawn again only when it has changed.</summary>
public sealed partial class InboxPanel : IDisposable
{
    private const int SkeletonRows = 7;
    // The height of a row in the style sheet.
    private const float RowHeight = 84;
    private const int Overscan = 8;

    private readonly CancellationTokenSource _closed = new();
    private Virtualize<InboxRow>? _list;
    private ConversationsAddress _listAddress = null!;
    private DateTimeOffset _minute;

    [Inject]
    private Inbox Inbox { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    /// <summary>What is open and which filter is chosen.</summary>
    [Parameter, EditorRequired]
    public required ConversationsAddress Open { get; set; }

    public void Dispose()
    {
        Inbox.Changed -= Redraw;
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override void OnInitialized() => Inbox.Changed += Redraw;

    protected override void OnParametersSet()
    {
        _listAddress = Open with { ConversationId = null };
        ReadClock();
    }

    protected override Task PrepareAsync()
    {
        ReadClock();
        return _list?.RefreshDataAsync() ?? Task.CompletedTask;
    }

    private void ReadClock()
    {
        var ticks = Clock.GetUtcNow().Ticks;
        _minute = new(ticks - ticks % TimeSpan.TicksPerMinute, TimeSpan.Zero);
    }

    private int? Count(InboxView view) => Inbox.Counts?[view];

    private Task ReadAgainAsync() => Inbox.ReadAsync(_closed.Token);

    private async ValueTask<ItemsProviderResult<InboxRow>> ProvideAsync(ItemsProviderRequest wanted)
    {
        var range = await Inbox.RangeAsync(wanted.StartIndex, wanted.Count, wanted.CancellationToken);
        return new(range.Rows, range.Total);
    }
}
