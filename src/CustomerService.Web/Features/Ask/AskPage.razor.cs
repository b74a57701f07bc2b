using CustomerService.Core.Answers;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Features.Ask;

/// <summary>One question, four lookups at once, one streamed answer.</summary>
public sealed partial class AskPage : IAsyncDisposable
{
    private readonly CancellationTokenSource _closed = new();

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [SupplyParameterFromQuery(Name = "product")]
    public string? ProductId { get; set; }

    [SupplyParameterFromQuery(Name = "customer")]
    public string? CustomerId { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Question { get; set; }

    [SupplyParameterFromQuery(Name = "answer")]
    public string? AnswerId { get; set; }

    protected override AskChanges Concerns => AskChanges.Answer;

    private string PageName => Session.Answer is { } answer ? answer.Question.ReplaceLineEndings(" ") : L["Title"];

    // Only endings are told: words that are still growing would be read out again and again.
    private string Announcement => Session.Answer switch
    {
        null => "",
        { State: AnswerState.Running } => L["Announce_Running"],
        { State: AnswerState.Failed } => L["Announce_Failed"],
        { State: AnswerState.Completed } => L["Announce_Completed"],
        _ => L["Announce_Stopped"],
    };

    public async ValueTask DisposeAsync()
    {
        Dispose();
        await _closed.CancelAsync();
        await Session.CloseAsync();
        _closed.Dispose();
    }

    protected override Task OnParametersSetAsync() => Session.OpenAsync(
        new AskAddress(Given(ProductId), Given(CustomerId), Given(Question), Given(AnswerId)), RendererInfo.IsInteractive, _closed.Token);

    protected override void OnChanged(AskChanges changes)
    {
        base.OnChanged(changes);
        if (changes.HasFlag(AskChanges.Address))
            _ = InvokeAsync(() => Navigation.NavigateTo(Session.Address.ToString(), replace: Session.ReplacesAddress));
    }

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
