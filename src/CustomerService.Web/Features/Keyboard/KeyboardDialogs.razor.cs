using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace CustomerService.Web.Features.Keyboard;

/// <summary>The palette, what tells the keys, and the script that listens to them while the page is open.</summary>
public sealed partial class KeyboardDialogs : IAsyncDisposable
{
    private static readonly (string[] Keys, string Name)[] Keys =
    [
        (["Ctrl K"], "Key_Palette"),
        (["j", "k"], "Key_Move"),
        (["o", "Enter"], "Key_Open"),
        (["/"], "Key_Search"),
        (["r"], "Key_Reply"),
        (["n"], "Key_Note"),
        (["d"], "Key_Draft"),
        (["t"], "Key_TakeOver"),
        (["a"], "Key_Assign"),
        (["z"], "Key_Snooze"),
        (["e"], "Key_Close"),
        (["Enter", "Ctrl Enter"], "Key_Send"),
        (["/…"], "Key_Canned"),
        (["Esc"], "Key_Leave"),
        (["?"], "Key_Help"),
    ];

    private ElementReference _palette;
    private ElementReference _help;
    private IJSObjectReference? _module;
    private IJSObjectReference? _script;
    private bool _isGone;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    public async ValueTask DisposeAsync()
    {
        _isGone = true;
        await EndAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        _module = await Script.InvokeAsync<IJSObjectReference>("import", $"./{Assets["js/keys.js"]}");
        if (!_isGone)
            _script = await _module.InvokeAsync<IJSObjectReference>("start", _palette, _help);
        if (_isGone)
            await EndAsync();
    }

    private async Task EndAsync()
    {
        var (script, module) = (_script, _module);
        (_script, _module) = (null, null);
        try
        {
            if (script is not null)
            {
                await script.InvokeVoidAsync("end");
                await script.DisposeAsync();
            }

            if (module is not null)
                await module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
        }
    }
}
