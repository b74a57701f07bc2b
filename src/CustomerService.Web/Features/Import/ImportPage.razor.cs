using System.Globalization;
using CustomerService.Core.Answers;
using CustomerService.Core.Import;
using CustomerService.Web.Features.Staff;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;

namespace CustomerService.Web.Features.Import;

/// <summary>Brings the shop's own data in, shows how far it is, and what became of it.</summary>
public sealed partial class ImportPage : IDisposable
{
    private const int MostRuns = 50;
    private static readonly Dictionary<ImportKind, string> Columns = new()
    {
        [ImportKind.Products] = "product_id, name (name_ko, name_en), brand, model, category, description, price, list_price, currency, status, quantity, warehouse, sku, parent_id, option1 name, option1 value",
        [ImportKind.Stock] = "product_id | sku, warehouse, quantity",
        [ImportKind.Reviews] = "product_id, rating, text, review_id, review_title, author, written_at, helpful_votes, language",
        [ImportKind.Customers] = "customer_id, customer_name, language, age_group, use_case, interests",
    };

    private readonly CancellationTokenSource _closed = new();
    private IReadOnlyList<ImportRun> _runs = [];
    private bool _isUnreadable;
    private bool _wasRunning;

    [Inject]
    private ImportDesk Desk { get; set; } = null!;

    [Inject]
    private ImportFolder Folder { get; set; } = null!;

    [Inject]
    private IImportStore Store { get; set; } = null!;

    [Inject]
    private ShopOptions Shop { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private AuthenticationStateProvider Authentication { get; set; } = null!;

    [Inject]
    private ILogger<ImportDesk> Log { get; set; } = null!;

    public void Dispose()
    {
        Desk.Changed -= OnDeskChanged;
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override async Task OnInitializedAsync()
    {
        Desk.Changed += OnDeskChanged;
        _wasRunning = Desk.Progress is not null;
        await ReadAsync();
    }

    private void OnDeskChanged() => _ = InOwnLanguageAsync(async () =>
    {
        var isRunning = Desk.Progress is not null;
        if (isRunning != _wasRunning)
        {
            _wasRunning = isRunning;
            await ReadAsync();
        }

        StateHasChanged();
    });

    private async Task ReadAsync()
    {
        try
        {
            _runs = await Store.ListAsync(MostRuns, _closed.Token);
            _isUnreadable = false;
        }
        catch (Exception exception) when (!_closed.IsCancellationRequested)
        {
            Log.ImportsUnreadable(exception);
            _isUnreadable = true;
        }
    }

    private bool CanGoOn(ImportRun run) => Desk.Progress is null && run.CanGoOn && Folder.Has(run.FileHash);

    private async Task GoOnAsync(ImportRun run)
    {
        var by = StaffClaims.NameOf((await Authentication.GetAuthenticationStateAsync()).User);
        Desk.Start(run.FileHash, run.FileName, by, run.Total, await Store.ChoicesAsync(run.Id, _closed.Token), run);
    }

    /// <summary>What says that it runs while nothing does was broken off by the end of its program.</summary>
    private ImportState Shown(ImportRun run) => run.State == ImportState.Running && Desk.Progress is null ? ImportState.Broken : run.State;

    private string When(ImportRun run) => Shop.TimeOf(run.StartedAt).ToString("g", CultureInfo.CurrentCulture) + (run.By.Length > 0 ? $" · {run.By}" : "");

    private string Told(ImportCounts counts) => string.Join(", ", new[] { ("Added", counts.Added), ("Changed", counts.Changed), ("Unchanged", counts.Unchanged), ("Skipped", counts.Skipped), ("Bad", counts.Bad) }
        .Where(c => c.Item2 > 0).Select(c => L[$"Count_{c.Item1}", Count(c.Item2)].Value));

    private static string Count(long count) => count.ToString("N0", CultureInfo.CurrentCulture);

    private string? Rate(ImportProgress progress)
    {
        var (passed, done) = ((Clock.GetUtcNow() - progress.StartedAt).TotalSeconds, progress.Done - progress.Before);
        if (done <= 0 || passed < 1)
            return null;
        return L["Rate", Count((long)(done / passed)), Left(passed / done * (progress.Total - progress.Done))];
    }

    private string Left(double seconds) => seconds < 90 ? L["Seconds", Math.Ceiling(seconds)] : L["Minutes", Math.Ceiling(seconds / 60)];
}
