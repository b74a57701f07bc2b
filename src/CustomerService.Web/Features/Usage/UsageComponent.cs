using CustomerService.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Localization;

namespace CustomerService.Web.Features.Usage;

/// <summary>A part of the Usage page: drawn anew when what it shows has changed in the session, and only then.</summary>
public abstract class UsageComponent : Redrawn, IDisposable
{
    [Inject]
    protected UsageSession Session { get; set; } = null!;

    [Inject]
    protected IStringLocalizer<UsageText> L { get; set; } = null!;

    [Inject]
    protected IStringLocalizer<ComponentText> C { get; set; } = null!;

    /// <summary>The changes after which this part is drawn anew.</summary>
    protected abstract UsageChanges Concerns { get; }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => Session.Changed -= OnChanged;

    protected override void OnInitialized() => Session.Changed += OnChanged;

    protected virtual void OnChanged(UsageChanges changes)
    {
        if ((changes & Concerns) != UsageChanges.None)
            Redraw();
    }
}
