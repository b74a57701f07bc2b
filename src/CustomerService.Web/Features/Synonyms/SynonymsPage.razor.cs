using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Features.Synonyms;

/// <summary>Words that mean the same in this shop, for all to use and to change.</summary>
public sealed partial class SynonymsPage : IDisposable
{
    private readonly CancellationTokenSource _closed = new();

    [Inject]
    private SynonymList List { get; set; } = null!;

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override Task OnInitializedAsync() => List.ReadAsync(_closed.Token);

    private Task SaveAsync() => List.SaveAsync(_closed.Token);

    private Task DeleteAsync(string id) => List.DeleteAsync(id, _closed.Token);
}
