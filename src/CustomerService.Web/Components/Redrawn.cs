using System.Globalization;

namespace CustomerService.Web.Components;

/// <summary>
/// A component that is drawn anew when told from outside the circuit. However often it is told while a drawing is waiting, it draws once,
/// so that a slow connection gathers changes and does not queue them. It is drawn in its own reader's language, whoever tells it.
/// </summary>
public abstract class Redrawn : Steady
{
    private readonly CultureInfo _culture = CultureInfo.CurrentCulture;
    private readonly CultureInfo _language = CultureInfo.CurrentUICulture;
    private int _waiting;

    protected void Redraw()
    {
        if (Interlocked.Exchange(ref _waiting, 1) == 0)
            _ = InOwnLanguageAsync(DrawAsync);
    }

    /// <summary>What has to happen right before a drawing.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;

    /// <summary>Acts within the circuit. The culture that is set for it ends with it.</summary>
    protected Task InOwnLanguageAsync(Func<Task> actAsync) => InvokeAsync(async () =>
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (_culture, _language);
        await actAsync();
    });

    private async Task DrawAsync()
    {
        Volatile.Write(ref _waiting, 0);
        await PrepareAsync();
        StateHasChanged();
    }
}
