using CustomerService.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CustomerService.Web.Features.Ask;

/// <summary>A part of the Ask page: drawn anew when what it shows has changed in the session, and only then.</summary>
public abstract class AskComponent : Redrawn, IDisposable
{
    [Inject]
    protected AskSession Session { get; set; } = null!;

    [Inject]
    protected IStringLocalizer<AskText> L { get; set; } = null!;

    [Inject]
    protected IStringLocalizer<ComponentText> C { get; set; } = null!;

    /// <summary>The changes after which this part is drawn anew.</summary>
    protected abstract AskChanges Concerns { get; }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Session.Changed -= OnChanged;

    protected override void OnInitialized() => Session.Changed += OnChanged;

    protected virtual void OnChanged(AskChanges changes)
    {
        if ((changes & Concerns) != AskChanges.None)
            Redraw();
    }
}
