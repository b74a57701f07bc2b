using CustomerService.Core.Answers;
using CustomerService.Web.Components.Answers;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CustomerService.Web.Features.Ask;

/// <summary>The question and its answer; the only part that is drawn while the answer grows.</summary>
public sealed partial class AnswerPanel
{
    [Inject]
    private IStringLocalizer<AnswersText> A { get; set; } = null!;

    protected override AskChanges Concerns => AskChanges.Text | AskChanges.Answer;

    private string EvidenceAddress(Citation citation) => $"{Session.Address}#{LookupCard.IdOf(citation.Kind)}";
}
