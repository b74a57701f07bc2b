using CustomerService.Web.Components;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Features.Usage;

/// <summary>Calls, tokens and money by model and day, and how the way to the models is.</summary>
public sealed partial class UsagePage : IAsyncDisposable
{
    private readonly CancellationTokenSource _closed = new();

    [SupplyParameterFromQuery(Name = "days")]
    public string? Days { get; set; }

    protected override UsageChanges Concerns => UsageChanges.Report;

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await _closed.CancelAsync();
        await Session.CloseAsync();
        _closed.Dispose();
    }

    protected override void OnInitialized()
    {
        base.OnInitialized();
        if (RendererInfo.IsInteractive)
            Session.Watch();
    }

    protected override Task OnParametersSetAsync() => Session.OpenAsync(DayRange.Read(Days), _closed.Token);

    private Task ReadAgainAsync() => Session.ReadAsync(_closed.Token);
}
