using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CustomerService.Web.Components;

/// <summary>Search-as-you-type for one item, after the combobox pattern of the ARIA Authoring Practices.</summary>
public sealed partial class Combobox<TItem> : IDisposable
{
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(150);

    private CancellationTokenSource? _search;
    private IReadOnlyList<TItem> _items = [];
    private string _text = "";
    private string? _shownText;
    private bool _open, _searched, _failed;
    private int _active = -1;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ILogger<Combobox<TItem>> Log { get; set; } = null!;

    /// <summary>Unique on the page; ids inside begin with it.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required string Label { get; set; }

    [Parameter]
    public string? Hint { get; set; }

    [Parameter]
    public string? Placeholder { get; set; }

    [Parameter, EditorRequired]
    public required string ClearLabel { get; set; }

    [Parameter, EditorRequired]
    public required string NoMatchText { get; set; }

    [Parameter, EditorRequired]
    public required string SearchFailedText { get; set; }

    /// <summary>How the chosen item reads in the field; null or empty when none is chosen.</summary>
    [Parameter]
    public string? Text { get; set; }

    /// <summary>What is wrong with the choice.</summary>
    [Parameter]
    public string? Problem { get; set; }

    [Parameter, EditorRequired]
    public required Func<string, CancellationToken, Task<IReadOnlyList<TItem>>> Search { get; set; }

    [Parameter, EditorRequired]
    public required Func<TItem, object> Key { get; set; }

    [Parameter, EditorRequired]
    public required RenderFragment<TItem> ItemTemplate { get; set; }

    /// <summary>Told the chosen item, or the default value when the field was emptied.</summary>
    [Parameter, EditorRequired]
    public EventCallback<TItem?> Chosen { get; set; }

    private string InputId => Id + "-input";
    private string ListId => Id + "-list";
    private string ProblemId => Id + "-problem";
    private string? ActiveId => _open && _active >= 0 && _active < _items.Count ? OptionId(_active) : null;
    private string? Message => _failed ? SearchFailedText : _searched ? NoMatchText : null;

    public void Dispose()
    {
        _search?.Cancel();
        _search?.Dispose();
    }

    protected override void OnParametersSet()
    {
        if (Text != _shownText)
            _text = _shownText = Text ?? "";
    }

    private string OptionId(int index) => $"{Id}-option-{index}";

    private Task TypeAsync(string? text)
    {
        _text = text ?? "";
        return SearchAsync(TypingPause);
    }

    // A chosen name is no search text: opening the list again offers everything.
    private Task OpenAsync() => _open ? Task.CompletedTask : SearchAsync(TimeSpan.Zero);

    private async Task SearchAsync(TimeSpan pause)
    {
        var search = Restart();
        try
        {
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, Clock, search.Token);
            var items = await Search(_text == _shownText ? "" : _text, search.Token);
            if (search != _search)
                return;
            (_items, _failed) = (items, false);
        }
        catch (Exception) when (search != _search || search.IsCancellationRequested)
        {
            // A search that was overtaken may end in any way: a database call that is cut off has errors of its own.
            return;
        }
        catch (Exception exception)
        {
            Log.SearchFailed(Id, exception);
            (_items, _failed) = ([], true);
        }

        (_open, _searched, _active) = (true, true, -1);
    }

    // In one piece: two keystrokes must not get between the end of one search and the beginning of the next.
    private CancellationTokenSource Restart()
    {
        _search?.Cancel();
        _search?.Dispose();
        return _search = new CancellationTokenSource();
    }

    private async Task KeyAsync(KeyboardEventArgs e)
    {
        if (e.IsComposing)
            return;
        switch (e.Key)
        {
            case "ArrowDown" or "ArrowUp" when !_open:
                await OpenAsync();
                break;
            case "ArrowDown" when _items.Count > 0:
                _active = (_active + 1) % _items.Count;
                break;
            case "ArrowUp" when _items.Count > 0:
                _active = (Math.Max(_active, 0) + _items.Count - 1) % _items.Count;
                break;
            case "Enter" when _open && _items.Count > 0 && (_active >= 0 || _text != _shownText):
                await ChooseAsync(_items[Math.Max(_active, 0)]);
                break;
            case "Escape" when _open:
                Fold();
                break;
        }
    }

    private async Task ChooseAsync(TItem item)
    {
        Fold();
        await Chosen.InvokeAsync(item);
        _text = _shownText = Text ?? "";
    }

    private async Task ClearAsync()
    {
        Fold();
        _text = _shownText = "";
        await Chosen.InvokeAsync(default);
    }

    // Leaving the field empties the choice when its text was deleted, and otherwise shows what is chosen still.
    private async Task CloseAsync()
    {
        Fold();
        if (_text.Trim().Length == 0 && !string.IsNullOrEmpty(_shownText))
            await ClearAsync();
        else
            _text = _shownText ?? "";
    }

    private void Fold()
    {
        _search?.Cancel();
        (_open, _searched, _active) = (false, false, -1);
    }
}

internal static partial class ComboboxLog
{
    [LoggerMessage(1, LogLevel.Error, "The search of {Field} failed")]
    public static partial void SearchFailed(this ILogger logger, string field, Exception exception);
}
