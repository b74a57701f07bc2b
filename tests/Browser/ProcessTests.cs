using System.Net.NetworkInformation;
using CustomerService.Browser.Tests.Ask;
using CustomerService.Browser.Tests.Staff;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace CustomerService.Browser.Tests;

/// <summary>The program as a process of its own: how it starts, refuses to start, and comes back after it was killed.</summary>
[Collection(BrowserCollection.Name)]
public sealed class ProcessTests(BrowserFixture browser) : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("customer-service-kill-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Answers_are_still_there_after_the_program_was_killed()
    {
        const string question = "재고 있나요? 언제 출발해요?";
        var storage = new Dictionary<string, string> { ["Storage__ConnectionString"] = $"Data Source={Path.Combine(_folder.FullName, "kept.db")}" };
        string address = "", text = "";
        await using (var first = await RealProcess.StartAsync(storage))
        {
            var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(l => l.Port == first.Address.Port).ToList();
            Assert.NotEmpty(listeners);
            Assert.All(listeners, l => Assert.True(System.Net.IPAddress.IsLoopback(l.Address), l.ToString()));
            Assert.Contains("Listening on this machine only", first.Output, StringComparison.Ordinal);

            await browser.VisitAsync(first.Address, Look.Korean, async visit =>
            {
                await Entrance.SetUpAsync(visit, first);
                var tab = new AskTab(await visit.OpenAsync("/ask?product=E001"));
                await (await tab.AskAsync(AskTab.ProsAndCons)).EndedAsync(AskTab.ProsAndCons);
                (address, text) = (new Uri(tab.Page.Url).PathAndQuery, await tab.Text.InnerTextAsync());
                await (await tab.AskAsync(question)).EndedAsync(question);
                await first.KillAsync();
            });
        }

        await using var second = await RealProcess.StartAsync(storage);
        await browser.VisitAsync(second.Address, Look.Korean, async visit =>
        {
            await Entrance.SignInAsync(visit);
            var tab = new AskTab(await visit.OpenAsync(address));
            await tab.EndedAsync(AskTab.ProsAndCons);
            Assert.Equal(text, await tab.Text.InnerTextAsync());
            await Expect(tab.Earlier).ToHaveCountAsync(2);
            await Expect(tab.Earlier.First).ToContainTextAsync(question);
            await Expect(tab.Earlier.First).ToContainTextAsync("답변 완료");
        });
    }

    [Fact]
    public async Task Wrong_settings_end_it_and_every_one_is_named()
    {
        var (exitCode, errors) = await RealProcess.RunToEndAsync(new Dictionary<string, string>
        {
            ["Lookups__Deadline"] = "soon",
            ["Lookups__StockCheck__Deadline"] = "-00:00:01",
            ["Lookups__Deadlines"] = "00:00:01",
            ["Storage__Provider"] = "Oracle",
        });
        Assert.Equal(1, exitCode);
        foreach (var key in new[] { "Lookups:Deadline:", "Lookups:StockCheck:Deadline:", "Lookups:Deadlines:", "Storage:Provider:" })
            Assert.Contains(key, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no-database.db")]
    [InlineData("no-folder/test.db")]
    public async Task Database_that_cannot_be_opened_ends_it_and_is_named(string file)
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "no-database.db"), new string('x', 5000));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "no-folder"), "");
        var path = Path.Combine(_folder.FullName, file);
        var (exitCode, errors) = await RealProcess.RunToEndAsync(new Dictionary<string, string> { ["Storage__ConnectionString"] = $"Data Source={path}" });
        Assert.Equal(1, exitCode);
        Assert.Contains(path, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Equal(5000, new FileInfo(Path.Combine(_folder.FullName, "no-database.db")).Length);
    }
}
