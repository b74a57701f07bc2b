using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Features.Replies;

/// <summary>What agents write again and again, for all to use and to change.</summary>
public sealed partial class RepliesPage : IDisposable
{
    private readonly CancellationTokenSource _closed = new();

    [Inject]
    private ReplyList List { get; set; } = null!;

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override Task OnInitializedAsync() => List.ReadAsync(_closed.Token);

    private Task SaveAsync() => List.SaveAsync(_closed.Token);

    private Task DeleteAsync(string id) => List.DeleteAsync(id, _closed.Token);
}
