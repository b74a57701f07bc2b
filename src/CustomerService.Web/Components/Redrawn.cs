using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Components;

/// <summary>
/// A component that is drawn anew when told from outside the circuit. However often it is told while a drawing is waiting, it draws once,
/// so that a slow connection gathers changes and does not queue them.
/// </summary>
public abstract class Redrawn : ComponentBase
{
    private int _waiting;

    protected void Redraw()
    {
        if (Interlocked.Exchange(ref _waiting, 1) == 0)
            _ = InvokeAsync(Draw);
    }

    private void Draw()
    {
        Volatile.Write(ref _waiting, 0);
        StateHasChanged();
    }
}
