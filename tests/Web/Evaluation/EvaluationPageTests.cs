using System.Globalization;
using System.Security.Claims;
using Bunit;
using CustomerService.Core.Answers;
using CustomerService.Core.Evaluation;
using CustomerService.Core.Text;
using CustomerService.Data.Staff;
using CustomerService.Testing;
using CustomerService.Web.Features.Evaluation;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Web.Tests.Evaluation;

public sealed class EvaluationPageTests : BunitContext
{
    private readonly InMemoryRuns _runs = new();
    private readonly Bunit.TestDoubles.BunitAuthorizationContext _signedIn;

    public EvaluationPageTests()
    {
        var shop = new ShopStub();
        shop.Sells(Build.Product("E001"));
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        Services.AddLocalization();
        Services.AddSingleton<TimeProvider>(new ManualTimeProvider());
        Services.AddSingleton(new ShopOptions());
        Services.AddSingleton<IEvaluationStore>(_runs);
        Services.AddSingleton<IEvaluatedAssistant>(_runs.Assistant);
        Services.AddSingleton(provider => new Evaluator(
            new QueryResolver(new ReaderStub(Build.Reading()), shop, new InMemorySynonyms(), shop, new(), provider.GetRequiredService<TimeProvider>()), shop, new DocumentShelf(new NoDocuments()), _runs.Assistant,
            provider.GetRequiredService<TimeProvider>()));
        Services.AddSingleton<EvaluationDesk>();
        Services.AddScoped<EvaluationSession>();
        _signedIn = this.AddAuthorization();
        _signedIn.SetAuthorized("Kim").SetClaims(new Claim("name", "Kim"));
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
    }

    [Fact]
    public void Worst_cases_come_first_with_what_to_write_down()
    {
        _runs.Add(Case("fine"), Case("found, not said") with { Recall = 0.4 }, Case("nowhere") with { Recall = 0, InDocuments = false, Rank = null, Text = "<b>I</b> do not know" });
        var page = Render<EvaluationPage>();
        Assert.Equal(["E001 nowhere", "E001 found, not said"], Questions(page));
        Assert.Contains("No document says this", page.Find("article").TextContent, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;I", page.Markup, StringComparison.Ordinal);

        page.FindAll(".filters button").Single(b => b.TextContent.StartsWith("Fine", StringComparison.Ordinal)).Click();
        Assert.Equal(["E001 fine"], Questions(page));
    }

    [Fact]
    public void Earlier_run_of_the_same_file_is_compared()
    {
        _runs.Add(Case("a"), Case("b"));
        _runs.Add(Case("a"), Case("b") with { Recall = 0.2 });
        var page = Render<EvaluationPage>();
        Assert.Contains("2 questions were asked in the earlier run as well: 0 are answered better now, 1 worse", page.Markup, StringComparison.Ordinal);
        Assert.Equal("−40.0 points", page.Find(".change[data-way=worse]").TextContent.Trim());
        Assert.Contains("worse: 100", page.Find(".facts").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_cases_are_shown_page_by_page()
    {
        _runs.Add([.. Enumerable.Range(0, 45).Select(i => Case($"q{i}") with { Recall = i / 100.0 })]);
        var page = Render<EvaluationPage>();
        Assert.Equal(20, page.FindAll("article").Count);
        page.Find(".cases > .button").Click();
        page.Find(".cases > .button").Click();
        Assert.Equal(45, page.FindAll("article").Count);
        Assert.Empty(page.FindAll(".cases > .button"));
    }

    [Fact]
    public void Agents_see_runs_but_start_none()
    {
        _runs.Add(Case("a"));
        Assert.Empty(Render<EvaluationPage>().FindAll(".start"));
    }

    [Fact]
    public void Administrator_gives_in_a_file_and_sees_its_run_when_it_is_done()
    {
        _signedIn.SetRoles(nameof(StaffRole.Administrator)).SetClaims(new Claim("name", "Kim"));
        var page = Render<EvaluationPage>();
        Assert.Contains("Nothing has been measured yet", page.Markup, StringComparison.Ordinal);

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("[{\"question\": ", "broken.json"));
        page.WaitForAssertion(() => Assert.Contains("line 1", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.True(page.Find(".button-primary").HasAttribute("disabled"));

        page.FindComponent<InputFile>().UploadFiles(InputFileContent.CreateFromText("""[{"productId": "E001", "question": "Waterproof?", "answer": "IPX4"}]""", "mine.json"));
        page.WaitForAssertion(() => Assert.Contains("Ask 1 questions", page.Find(".button-primary").TextContent, StringComparison.Ordinal));
        page.Find(".button-primary").Click();
        page.WaitForAssertion(() => Assert.Contains("Asking the questions of mine.json", page.Find(".running").TextContent, StringComparison.Ordinal));

        _runs.Assistant.Go.SetResult();
        page.WaitForAssertion(() => Assert.Single(_runs.Runs));
        page.WaitForAssertion(() => Assert.EndsWith($"evaluation?run={_runs.Runs[0].Id}", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        Assert.Equal(("mine.json", "Kim", 1.0), (_runs.Runs[0].Name, _runs.Runs[0].By, _runs.Runs[0].Cases[0].Recall));
        Assert.Empty(page.FindAll(".running"));
    }

    [Fact]
    public void Run_can_be_stopped_and_leaves_nothing()
    {
        var desk = Services.GetRequiredService<EvaluationDesk>();
        EvaluationQuestion question = new("E001", "Waterproof?", "IPX4", null, Language.English, true);
        Assert.True(desk.Start("a", "Kim", [question], [EvaluationWriter.Embedded]));
        Assert.False(desk.Start("b", "Kim", [question], [EvaluationWriter.Embedded]));
        desk.Stop();
        _runs.Assistant.Go.SetResult();
        Assert.True(SpinWait.SpinUntil(() => desk.Progress is null, TimeSpan.FromSeconds(30)));
        Assert.Equal((EvaluationEnd.Stopped, 0), (desk.LastEnd, _runs.Runs.Count));
    }

    [Fact]
    public async Task Program_that_ends_in_any_order_ends()
    {
        var desk = Services.GetRequiredService<EvaluationDesk>();
        desk.Dispose();

        await desk.StopAsync(CancellationToken.None);
    }

    private static IEnumerable<string> Questions(IRenderedComponent<EvaluationPage> page) =>
        page.FindAll("article h3").Select(h => string.Join(' ', h.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static EvaluationCase Case(string question) => new(
        EvaluationWriter.Embedded, "E001", question, "reference", "fact", Language.English, true, true, 1, [], "text", null, 1, 1, [], [], true, true, 5, 0, 0, 0, null);
}
