using CustomerService.Web.Components;
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

    private readonly PageScript _script = new();
    private ElementReference _palette;
    private ElementReference _help;

    [Inject]
    private IJSRuntime Page { get; set; } = null!;

    public ValueTask DisposeAsync() => _script.DisposeAsync();

    protected override Task OnAfterRenderAsync(bool firstRender) => firstRender ? _script.StartAsync(Page, Assets["js/keys.js"], _palette, _help) : Task.CompletedTask;
}
