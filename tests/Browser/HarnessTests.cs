using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Xunit;
using Xunit.Sdk;

namespace CustomerService.Browser.Tests;

[Collection(BrowserCollection.Name)]
public sealed class HarnessTests(BrowserFixture browser)
{
    [Fact]
    public async Task Failed_visit_keeps_a_picture_and_the_console()
    {
        await using var host = new AppHost(services: s => s.AddSingleton<IStartupFilter>(new OnePage(
            "<!doctype html><html lang=ko><title>t</title><h1>이어폰</h1><script>console.warn('잠깐')</script>")));
        var failure = await Assert.ThrowsAsync<XunitException>(() => browser.VisitAsync(host.Address, Look.Korean.Narrow, async visit =>
        {
            var page = await visit.OpenAsync("/one-page");
            Assert.Equal(390, await page.EvaluateAsync<int>("window.innerWidth"));
            Assert.Equal("ko-KR", await page.EvaluateAsync<string>("navigator.language"));
            await Assertions.Expect(page.GetByRole(AriaRole.Heading)).ToHaveTextAsync("이어폰");
            Assert.Fail("on purpose");
        }));

        var picture = Path.Combine(BrowserFixture.PictureFolder, nameof(Failed_visit_keeps_a_picture_and_the_console) + "-1.png");
        Assert.Contains("on purpose", failure.Message, StringComparison.Ordinal);
        Assert.Contains("warning: 잠깐", failure.Message, StringComparison.Ordinal);
        Assert.Contains(picture, failure.Message, StringComparison.Ordinal);
        Assert.True(File.Exists(picture));
        File.Delete(picture);
    }

    [Fact]
    public async Task Broken_script_fails_the_visit()
    {
        await using var host = new AppHost(services: s => s.AddSingleton<IStartupFilter>(new OnePage(
            "<!doctype html><html lang=en><title>t</title><script>missing()</script>")));
        var failure = await Assert.ThrowsAsync<XunitException>(() =>
            browser.VisitAsync(host.Address, Look.English.Dark, async visit => await visit.OpenAsync("/one-page")));
        Assert.Contains("missing is not defined", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_that_is_not_accessible_is_noticed()
    {
        await using var host = new AppHost(services: s => s.AddSingleton<IStartupFilter>(new OnePage(
            "<!doctype html><html lang=en><title>t</title><main><h1>h</h1><input></main>")));
        await browser.VisitAsync(host.Address, Look.English, async visit =>
        {
            var page = await visit.OpenAsync("/one-page");
            var failure = await Assert.ThrowsAnyAsync<XunitException>(() => Visit.AssertAccessibleAsync(page));
            Assert.Contains("label:", failure.Message, StringComparison.Ordinal);
            await Visit.AssertFitsAsync(page);
        });
    }

    private sealed class OnePage(string html) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Map("/one-page", page => page.Run(context =>
            {
                context.Response.ContentType = "text/html; charset=utf-8";
                return context.Response.WriteAsync(html);
            }));
            next(app);
        };
    }
}
