using CustomerService.Core.Answers;
using CustomerService.Core.Text;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Components;

/// <summary>An answer's text, which may still be growing. Blocks that are finished are not drawn again.</summary>
public sealed partial class AnswerText
{
    private IReadOnlyList<AnswerBlock> _blocks = [];
    private string _text = "";

    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter, EditorRequired]
    public required Language Language { get; set; }

    [Parameter]
    public bool Growing { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<Citation> Citations { get; set; }

    /// <summary>Where a citation's link leads.</summary>
    [Parameter, EditorRequired]
    public required Func<Citation, string> EvidenceAddress { get; set; }

    protected override void OnParametersSet()
    {
        if (_text != Text)
            (_text, _blocks) = (Text, AnswerMarkup.Blocks(Text));
    }
}
