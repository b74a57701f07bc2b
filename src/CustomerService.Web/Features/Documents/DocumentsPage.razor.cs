using CustomerService.Core.Documents;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CustomerService.Web.Features.Documents;

/// <summary>The shop's manuals and policies, which answers quote.</summary>
public sealed partial class DocumentsPage : IDisposable
{
    private const int MaxFiles = 50;

    private readonly CancellationTokenSource _closed = new();
    private string _search = "";

    [Inject]
    private DocumentList List { get; set; } = null!;

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override Task OnInitializedAsync() => List.ReadAsync("", 1, _closed.Token);

    private Task SearchAsync() => List.ReadAsync(_search.Trim(), 1, _closed.Token);

    private Task TurnAsync(int page) => List.ReadAsync(List.Search, page, _closed.Token);

    private Task RemoveAsync(string id) => List.RemoveAsync(id, _closed.Token);

    private Task TakeAsync(InputFileChangeEventArgs chosen) => List.TakeAsync(
        [.. chosen.GetMultipleFiles(MaxFiles).Select(f => (f.Name, f.Size, (Func<Stream>)(() => f.OpenReadStream(DocumentReading.MaxBytes, _closed.Token))))],
        StateHasChanged, _closed.Token);
}
