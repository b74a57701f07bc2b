using CustomerService.Core.Answers;
using CustomerService.Core.Suggestions;
using CustomerService.Web.Components;
using CustomerService.Web.Components.Answers;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Features.Conversations;

/// <summary>The assistant's draft for the agent who has the conversation: asked for, changed by hints, inserted or left alone.</summary>
public sealed partial class DraftPanel : Redrawn, IDisposable
{
    private string _hint = "";

    [Inject]
    private OpenThread Thread { get; set; } = null!;

    [Inject]
    private ThreadDesk Desk { get; set; } = null!;

    [Inject]
    private ThreadDraft Draft { get; set; } = null!;

    public void Dispose()
    {
        Thread.Changed -= Redraw;
        Desk.Changed -= Redraw;
        Draft.Changed -= Redraw;
        Draft.Ignore();
    }

    protected override async Task OnInitializedAsync()
    {
        Thread.Changed += Redraw;
        Desk.Changed += Redraw;
        Draft.Changed += Redraw;
        await Desk.OpenAsync();
    }

    private string Status(ShownAnswer answer) => answer switch
    {
        { IsGrowing: true, Text.Length: 0, Lookups.Count: 0 } => L["LookingUp"],
        { IsGrowing: true, Text.Length: 0 } => L["Writing"],
        _ => L["WrittenBy", answer.Author?.Model ?? L["EmbeddedAssistant"]],
    };

    private Task AskAsync()
    {
        var hint = SuggestionHint.Of(_hint);
        _hint = "";
        return Draft.AskAsync(hint);
    }

    private string EvidenceAddress(Citation citation) =>
        $"{new ConversationsAddress(Thread.Id, ConversationsAddress.FirstView)}#{LookupCard.IdOf(citation.Kind, Draft.Answer?.Id)}";
}
