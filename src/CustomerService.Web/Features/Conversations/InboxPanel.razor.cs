using CustomerService.Core.Conversations;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Features.Conversations;

/// <summary>The list of conversations with its filter. A row is drawn again only when it has changed.</summary>
public sealed partial class InboxPanel : IDisposable
{
    private const int SkeletonRows = 7;

    private readonly CancellationTokenSource _closed = new();

    [Inject]
    private Inbox Inbox { get; set; } = null!;

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

    private int? Count(InboxView view) => Inbox.Counts?[view];

    private Task ReadAgainAsync() => Inbox.ReadAsync(_closed.Token);

    private Task ReadMoreAsync() => Inbox.ReadMoreAsync(_closed.Token);
}
