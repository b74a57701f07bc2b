using CustomerService.Core.Lookups;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Components.Answers;

/// <summary>One lookup: still running, or how it ended and what it found. Drawn again only when that changes.</summary>
public sealed partial class LookupCard
{
    private (LookupResult? Result, bool Running)? _drawn;

    [Parameter, EditorRequired]
    public LookupKind Kind { get; set; }

    /// <summary>Null until it has ended.</summary>
    [Parameter, EditorRequired]
    public LookupResult? Result { get; set; }

    /// <summary>Whether a result may still come.</summary>
    [Parameter, EditorRequired]
    public bool Running { get; set; }

    /// <summary>Tells cards of several answers on one page apart; null when there is one answer.</summary>
    [Parameter]
    public string? Scope { get; set; }

    private string Id => IdOf(Kind, Scope);

    private bool IsRunning => Result is null && Running;

    private string State => Result?.State.ToString() ?? (Running ? "Running" : "Unfinished");

    /// <summary>The id of a kind's card on the page, which citations lead to.</summary>
    public static string IdOf(LookupKind kind, string? scope = null) => scope is null ? $"lookup-{kind}" : $"lookup-{scope}-{kind}";

    protected override bool ShouldRender() => _drawn is not { } drawn || !ReferenceEquals(drawn.Result, Result) || drawn.Running != IsRunning;

    protected override void OnAfterRender(bool firstRender) => _drawn = (Result, IsRunning);
}
