using Microsoft.JSInterop;

namespace CustomerService.Web.Components;

/// <summary>
/// A script at work on the page: what <c>start</c> of a module gives, until it is told <c>end</c>. May be disposed while it is still starting.
/// </summary>
public sealed class PageScript : IAsyncDisposable
{
    private IJSObjectReference? _module;
    private IJSObjectReference? _work;
    private bool _isGone;

    /// <param name="module">The module's address relative to the site's base.</param>
    public async Task StartAsync(IJSRuntime page, string module, params object?[] with)
    {
        _module = await page.InvokeAsync<IJSObjectReference>("import", $"./{module}");
        if (!_isGone)
            _work = await _module.InvokeAsync<IJSObjectReference>("start", with);
        if (_isGone)
            await EndAsync();
    }

    /// <summary>Does nothing while there is no script.</summary>
    public async Task TellAsync(string what, params object?[] with)
    {
        if (_work is { } work)
            await work.InvokeVoidAsync(what, with);
    }

    /// <returns>Nothing while there is no script.</returns>
    public async Task<T?> AskAsync<T>(string what) => _work is { } work ? await work.InvokeAsync<T>(what) : default;

    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        await EndAsync();
    }

    private async Task EndAsync()
    {
        var (work, module) = (_work, _module);
        (_work, _module) = (null, null);
        try
        {
            if (work is not null)
            {
                await work.InvokeVoidAsync("end");
                await work.DisposeAsync();
            }

            if (module is not null)
                await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
        }
    }
}
