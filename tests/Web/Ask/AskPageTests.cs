using Bunit;
using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using CustomerService.Web.Components.Answers;
using CustomerService.Web.Features.Ask;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Web.Tests.Ask;

public sealed class AskPageTests : AskContext
{
    [Theory]
    [InlineData("en", "Ask about a product", "What are the pros and cons of SonicWave Pro?")]
    [InlineData("ko", "상품에 대해 물어보세요", "소닉웨이브 프로 장점과 단점이 뭐예요?")]
    public void Empty_page_suggests_questions_in_its_language(string culture, string title, string suggestion)
    {
        Speak(culture);
        var page = Open();

        Assert.Equal(title, page.Find("h1").TextContent);
        page.WaitForAssertion(() => Assert.Equal(suggestion, page.Find(".suggestion").TextContent));
    }

    [Fact]
    public void Sent_question_shows_four_running_cards_at_once()
    {
        var page = Open();

        Send(page, "Pros and cons?");

        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll(".card[data-state=Running]").Count));
        Assert.Equal("Pros and cons?", page.Find(".answer-question").TextContent);
    }

    [Fact]
    public void Card_is_filled_while_the_others_still_run()
    {
        var page = Open();
        Send(page, "Pros and cons?");
        Pipeline.Tell(new AnswerEvent.LookupFinished(Found.All[2]));

        page.WaitForAssertion(() => Assert.Single(page.FindAll(".card[data-state=Found]")));
        Assert.Equal(3, page.FindAll(".card[data-state=Running]").Count);
    }

    [Fact]
    public void Answer_tells_who_wrote_it_and_how_long_it_took()
    {
        var page = Open();
        Send(page, "Pros and cons?");
        Pipeline.TellAll(Query());

        page.WaitForAssertion(() => Assert.Equal("Embedded assistant", page.Find(".answer-author").TextContent));
        Assert.Contains("First words 915 ms", page.Find(".answer-footer").TextContent, StringComparison.Ordinal);
        Assert.Contains("Total 1.64 s", page.Find(".answer-footer").TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.FindAll("a.citation").Count);
        Assert.Equal("The answer is complete.", page.Find(".ask > [role=status]").TextContent);
    }

    [Fact]
    public void Timeline_draws_all_on_one_axis()
    {
        var page = Open();
        Send(page, "Pros and cons?");
        Pipeline.TellAll(Query());

        page.WaitForAssertion(() => Assert.Equal(
            ["30.49", "54.88", "18.29", "54.88", "44.21"], page.FindAll(".timeline-bar").Select(b => b.GetAttribute("width"))));
        Assert.Contains("All four together 900 ms; their sum 2.60 s", page.Find(".timeline-summary").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Address_holds_the_answer_once_it_is_accepted()
    {
        var page = Open("ask?product=E001");
        Send(page, "Pros and cons?");
        Pipeline.Tell(new AnswerEvent.LookupStarted(LookupKind.StockCheck));

        var navigation = Services.GetRequiredService<NavigationManager>();
        page.WaitForAssertion(() => Assert.EndsWith(
            $"/ask?product=E001&q=Pros%20and%20cons%3F&answer={Session.Answer!.Id}", navigation.Uri, StringComparison.Ordinal));
    }

    [Fact]
    public void Stop_keeps_and_labels_the_part_that_is_there()
    {
        var page = Open();
        Send(page, "Pros and cons?");
        Pipeline.Tell(new AnswerEvent.TextDelta("The sound is "));
        page.WaitForAssertion(() => Assert.Contains("The sound is", page.Find(".answer-text").TextContent, StringComparison.Ordinal));

        page.Find(".question-actions button").Click();

        page.WaitForAssertion(() => Assert.Equal("Stopped. This is what was written until then.", page.Find(".answer-note").TextContent));
        Assert.Contains("The sound is", page.Find(".answer-text").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Please write a question.")]
    [InlineData("ko", "질문을 입력해 주세요.")]
    public void Empty_question_is_told_at_the_field(string culture, string expected)
    {
        Speak(culture);
        var page = Open();

        page.Find("form").Submit();

        Assert.Equal(expected, page.Find("#question-problem").TextContent);
        Assert.Equal("true", page.Find("#question").GetAttribute("aria-invalid"));
    }

    [Fact]
    public void Unknown_product_is_told_at_its_field_and_nothing_is_lost()
    {
        var page = Open("ask?product=E999");
        Send(page, "Pros and cons?");

        page.WaitForAssertion(() => Assert.Contains("no product with this number", page.Find("#product-problem").TextContent, StringComparison.Ordinal));
        Assert.Equal("Pros and cons?", page.Find("#question").GetAttribute("value"));
        Assert.Empty(Pipeline.Queries);
    }

    [Fact]
    public void Failure_is_told_without_its_cause()
    {
        var page = Open();
        Send(page, "Pros and cons?");
        Pipeline.Tell(new AnswerEvent.LookupStarted(LookupKind.StockCheck), new AnswerEvent.Failed(AnswerFailure.StorageUnavailable, []));

        page.WaitForAssertion(() => Assert.Contains("the database cannot be reached", page.Find(".answer-failed").TextContent, StringComparison.Ordinal));
        Assert.Equal("Pros and cons?", page.Find("#question").GetAttribute("value"));
    }

    [Fact]
    public void Unreachable_database_leaves_the_rest_of_the_page()
    {
        Store.IsDown = true;
        var page = Open();

        page.WaitForAssertion(() => Assert.Contains("could not be read", page.Find(".earlier").TextContent, StringComparison.Ordinal));
        Assert.DoesNotContain("secret", page.Markup, StringComparison.Ordinal);
        Assert.NotNull(page.Find("#question"));
    }

    [Fact]
    public void Earlier_question_leads_to_its_answer()
    {
        var page = Open();
        Send(page, "Pros and cons?");
        Pipeline.TellAll(Query());

        page.WaitForAssertion(() => Assert.Contains("answered", page.Find(".earlier-state").TextContent, StringComparison.Ordinal));
        Assert.Contains($"answer={Session.Answer!.Id}", page.Find(".earlier a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public void Growing_text_draws_neither_the_page_nor_the_cards()
    {
        var page = Open();
        Send(page, "Pros and cons?");
        Pipeline.Tell(new AnswerEvent.LookupFinished(Found.All[0]), new AnswerEvent.TextDelta("One"));
        page.WaitForAssertion(() => Assert.Equal("One", page.Find(".answer-text").TextContent.Trim()));
        var (cards, form) = (page.FindComponents<LookupCard>(), page.FindComponent<QuestionForm>());
        int[] before = [.. cards.Select(c => c.RenderCount), form.RenderCount];

        // The clock stands still, so the next delta is gathered until something that is not text comes.
        Pipeline.Tell(new AnswerEvent.TextDelta(" two"), new AnswerEvent.LookupStarted(LookupKind.StockCheck));
        page.WaitForAssertion(() => Assert.Equal("One two", page.Find(".answer-text").TextContent.Trim()));

        Assert.Equal(before.AsEnumerable(), cards.Select(c => c.RenderCount).Append(form.RenderCount));
    }

    [Fact]
    public async Task Closed_page_follows_no_longer_and_the_answer_goes_on()
    {
        var page = Open();
        Send(page, "Pros and cons?");
        Pipeline.Tell(new AnswerEvent.LookupStarted(LookupKind.StockCheck));
        page.WaitForAssertion(() => Assert.NotNull(Session.Address.AnswerId));
        var (id, query) = (Session.Answer!.Id, Query());

        await DisposeComponentsAsync();
        Pipeline.TellAll(query);

        var last = (NumberedEvent?)null;
        await foreach (var next in Runs.Find(id)!.FollowAsync(0, CancellationToken.None))
            last = next;
        Assert.IsType<AnswerEvent.Completed>(last!.Value.Event);
        Assert.Null(Session.Answer);
    }

    private IRenderedComponent<AskPage> Open(string address = "ask")
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Render<AskPage>();
    }

    private static void Send(IRenderedComponent<AskPage> page, string question)
    {
        page.Find("#question").Input(question);
        page.Find("form").Submit();
    }

    private CustomerQuery Query() => Runs.Find(Session.Answer!.Id)!.Query;
}
