using System.Text;
using CustomerService.Core.Evaluation;
using CustomerService.Web.Components;
using CustomerService.Web.Features.Staff;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.Localization;

namespace CustomerService.Web.Features.Evaluation;

/// <summary>Chooses questions, starts a run and shows how far it is.</summary>
public sealed partial class StartPanel : IDisposable
{
    private readonly CancellationTokenSource _closed = new();
    private IReadOnlyList<EvaluationQuestion> _questions = [];
    private IReadOnlyList<string> _problems = [];
    private string _name = "";
    private string _again = "";
    private string _with = "embedded";
    private bool _isReading;

    [Parameter, EditorRequired]
    public required EvaluationSession Session { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<EvaluationRunSummary>? Runs { get; set; }

    [Inject]
    private EvaluationDesk Desk { get; set; } = null!;

    [Inject]
    private IEvaluatedAssistant Assistant { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private AuthenticationStateProvider Authentication { get; set; } = null!;

    [Inject]
    private IStringLocalizer<ComponentText> C { get; set; } = null!;

    public void Dispose()
    {
        Desk.Changed -= Redraw;
        _closed.Cancel();
        _closed.Dispose();
    }

    protected override void OnInitialized() => Desk.Changed += Redraw;

    private async Task ReadAsync(InputFileChangeEventArgs chosen)
    {
        (_questions, _problems, _again, _name) = ([], [], "", chosen.File.Name);
        if (chosen.File.Size > QuestionFile.MaxBytes)
        {
            _problems = [L["TooLarge", QuestionFile.MaxBytes / 1024 / 1024]];
            return;
        }

        _isReading = true;
        try
        {
            using var reader = new StreamReader(chosen.File.OpenReadStream(QuestionFile.MaxBytes, _closed.Token), Encoding.UTF8);
            (_questions, _problems) = QuestionFile.Read(await reader.ReadToEndAsync(_closed.Token));
        }
        catch (IOException)
        {
            _problems = [L["NotRead"]];
        }
        finally
        {
            _isReading = false;
        }
    }

    private async Task AgainAsync(ChangeEventArgs chosen)
    {
        (_questions, _problems, _again) = ([], [], chosen.Value as string ?? "");
        if (Runs?.FirstOrDefault(r => r.Id == _again) is not { } run)
            return;
        (_name, _questions) = (run.Name, await Session.QuestionsAsync(run.Id, _closed.Token) ?? []);
    }

    private async Task StartAsync()
    {
        IReadOnlyList<EvaluationWriter> writers = _with switch
        {
            "model" => [EvaluationWriter.Model],
            "both" => [EvaluationWriter.Embedded, EvaluationWriter.Model],
            _ => [EvaluationWriter.Embedded],
        };
        var by = StaffClaims.NameOf((await Authentication.GetAuthenticationStateAsync()).User);
        _problems = Desk.Start(_name, by, _questions, writers) ? [] : [L["AnotherRuns"]];
        (_questions, _again) = ([], "");
    }

    private string? Left(EvaluationProgress progress) => progress.Done == 0
        ? null
        : L["Left", C.Duration((Clock.GetUtcNow() - progress.StartedAt) / progress.Done * (progress.Total - progress.Done))].Value;
}
