using System.Globalization;
using CustomerService.Core.Answers;
using CustomerService.Core.Evaluation;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Features.Evaluation;

/// <summary>How well questions with known answers are answered, and what to write down so that they are.</summary>
public sealed partial class EvaluationPage : IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private string? _finished;

    [SupplyParameterFromQuery(Name = "run")]
    public string? RunId { get; set; }

    [SupplyParameterFromQuery(Name = "with")]
    public string? BeforeId { get; set; }

    [Inject]
    private EvaluationSession Session { get; set; } = null!;

    [Inject]
    private EvaluationDesk Desk { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private ShopOptions Shop { get; set; } = null!;

    public void Dispose()
    {
        Desk.Changed -= OnDeskChanged;
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override void OnInitialized()
    {
        _finished = Desk.FinishedId;
        Desk.Changed += OnDeskChanged;
    }

    protected override Task OnParametersSetAsync() => ReadAsync();

    private Task ReadAsync() => Session.OpenAsync(Named(RunId), Named(BeforeId), _closed.Token);

    private void OnDeskChanged()
    {
        if (Desk.FinishedId is not { } id || id == _finished)
            return;
        _finished = id;
        _ = InOwnLanguageAsync(() =>
        {
            Go(id, null);
            return Task.CompletedTask;
        });
    }

    private void Go(string? run, string? before) =>
        Navigation.NavigateTo(Navigation.GetUriWithQueryParameters("evaluation", new Dictionary<string, object?> { ["run"] = Named(run), ["with"] = Named(before) }));

    private string Told(EvaluationRunSummary run) =>
        $"{Shop.TimeOf(run.StartedAt).ToString("g", CultureInfo.CurrentCulture)} · {run.Name} · {L["Questions", run.Questions]}{(run.By.Length > 0 ? $" · {run.By}" : "")}";

    private static string? Named(string? id) => string.IsNullOrEmpty(id) ? null : id;
}
