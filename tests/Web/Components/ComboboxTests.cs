using Bunit;
using CustomerService.Testing;
using CustomerService.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Web.Tests.Components;

public class ComboboxTests : BunitContext
{
    private static readonly TimeSpan TypingPause = TimeSpan.FromMilliseconds(150);

    private readonly ManualTimeProvider _clock = new();
    private readonly List<TaskCompletionSource<IReadOnlyList<string>>> _searches = [];

    public ComboboxTests()
    {
        Services.AddLocalization();
        Services.AddSingleton<TimeProvider>(_clock);
        SetRendererInfo(new RendererInfo("Server", true));
    }

    [Fact]
    public async Task Overtaken_search_that_fails_later_changes_nothing()
    {
        var box = Shown();
        await TypeAsync(box, "so", searches: 1);
        await TypeAsync(box, "sonic", searches: 2);

        _searches[1].SetResult(["SonicWave"]);
        box.WaitForAssertion(() => Assert.Single(box.FindAll("[role=option]")));
        _searches[0].SetException(new InvalidOperationException("cut off"));
        await box.InvokeAsync(() => { });

        Assert.Single(box.FindAll("[role=option]"));
        Assert.DoesNotContain("failed", box.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_that_fails_says_so()
    {
        var box = Shown();
        await TypeAsync(box, "so", searches: 1);

        _searches[0].SetException(new InvalidOperationException("broken"));

        box.WaitForAssertion(() => Assert.Equal("failed", box.Find(".combobox-none").TextContent));
    }

    private IRenderedComponent<Combobox<string>> Shown() => Render<Combobox<string>>(p => p
        .Add(c => c.Id, "box")
        .Add(c => c.Label, "Product")
        .Add(c => c.ClearLabel, "Clear")
        .Add(c => c.NoMatchText, "none")
        .Add(c => c.SearchFailedText, "failed")
        .Add(c => c.Search, (_, _) => Begin())
        .Add(c => c.Key, item => item)
        .Add(c => c.ItemTemplate, item => item)
        .Add(c => c.Chosen, EventCallback.Factory.Create<string?>(this, _ => { })));

    private Task<IReadOnlyList<string>> Begin()
    {
        var search = new TaskCompletionSource<IReadOnlyList<string>>(TaskCreationOptions.RunContinuationsAsynchronously);
        _searches.Add(search);
        return search.Task;
    }

    private async Task TypeAsync(IRenderedComponent<Combobox<string>> box, string text, int searches)
    {
        var typing = box.Find("input").InputAsync(text);
        await Eventually.TrueAsync(() => _clock.PendingTimers > 0);
        _clock.Advance(TypingPause);
        await Eventually.TrueAsync(() => _searches.Count == searches);
        _ = typing;
    }
}
