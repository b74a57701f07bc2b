using System.Text.Json;
using Bunit;
using CustomerService.Core.Answers;
using CustomerService.Core.Text;
using CustomerService.Testing;
using CustomerService.Web.Components;
using Xunit;

namespace CustomerService.Web.Tests.Components;

public sealed class AnswerMarkupTests : AskContext
{
    [Fact]
    public void Paragraphs_and_lists_are_told_apart()
    {
        var blocks = AnswerMarkup.Blocks("One\nline two\n\n- a\n- b\n  more\nAfter");

        Assert.Equal([new(false, ["One\nline two"]), new(true, ["a", "b\nmore"]), new(false, ["After"])], blocks);
    }

    [Fact]
    public void More_text_changes_only_the_last_block()
    {
        var finished = 0;
        for (var length = 1; length <= Found.Text.Length; length++)
        {
            var blocks = AnswerMarkup.Blocks(Found.Text[..length]);
            Assert.Equal(AnswerMarkup.Blocks(Found.Text).Take(blocks.Count - 1), blocks.SkipLast(1));
            Assert.True(blocks.Count >= finished);
            finished = blocks.Count;
        }
    }

    [Theory]
    [InlineData("a **b** c", "<p>a <strong>b</strong> c</p>")]
    [InlineData("a ** b", "<p>a ** b</p>")]
    [InlineData("<img src=x onerror=alert(1)>", "<p>&lt;img src=x onerror=alert(1)&gt;</p>")]
    [InlineData("[link](javascript:alert(1))", "<p>[link](javascript:alert(1))</p>")]
    [InlineData("![pic](https://example.org/x.png)", "<p>![pic](https://example.org/x.png)</p>")]
    [InlineData("[1](https://example.org)", "<p>[1](https://example.org)</p>")]
    [InlineData("see [9]", "<p>see [9]</p>")]
    [InlineData("# not a heading", "<p># not a heading</p>")]
    public void Everything_but_the_agreed_marks_is_plain_text(string text, string expected) =>
        Draw(text).Find(".answer-text").FirstElementChild!.MarkupMatches(expected);

    [Fact]
    public void Strong_run_that_is_still_growing_does_not_flicker()
    {
        Assert.Equal([new("a ", false), new("bo", true)], AnswerMarkup.Spans("a **bo", growing: true));
        Assert.Equal([new("a **bo", false)], AnswerMarkup.Spans("a **bo", growing: false));
    }

    [Fact]
    public void Citation_leads_to_its_evidence_and_tells_its_quote()
    {
        var mark = Draw("Praised. [1]").Find("a.citation");

        Assert.Equal("ask#ReviewAnalysis", mark.GetAttribute("href"));
        Assert.Equal("review:R-1", mark.GetAttribute("data-cites"));
        Assert.Contains("음질이 훌륭해요", mark.GetAttribute("aria-label"), StringComparison.Ordinal);
    }

    [Fact]
    public void Citation_that_arrives_after_its_mark_becomes_a_link()
    {
        var drawn = Render<AnswerText>(p => p
            .Add(a => a.Text, "Praised. [1]").Add(a => a.Language, Language.English).Add(a => a.Growing, true)
            .Add(a => a.Citations, []).Add(a => a.EvidenceAddress, c => "ask#" + c.Kind));
        Assert.Empty(drawn.FindAll("a"));

        drawn.Render(p => p.Add(a => a.Citations, Found.Citations));

        Assert.Single(drawn.FindAll("a.citation"));
    }

    [Fact]
    public void Finished_block_is_not_drawn_again()
    {
        var drawn = Draw("First paragraph.\n\nSecond", growing: true);
        var (first, second) = (drawn.FindComponents<AnswerBlockView>()[0], drawn.FindComponents<AnswerBlockView>()[1]);
        var (firstBefore, secondBefore) = (first.RenderCount, second.RenderCount);

        drawn.Render(p => p.Add(a => a.Text, "First paragraph.\n\nSecond grows"));

        Assert.Equal(firstBefore, first.RenderCount);
        Assert.Equal(secondBefore + 1, second.RenderCount);
    }

    [Fact]
    public void Growing_text_is_busy_until_it_is_done()
    {
        var drawn = Draw("Text", growing: true);
        Assert.Equal("true", drawn.Find(".answer-text").GetAttribute("aria-busy"));

        drawn.Render(p => p.Add(a => a.Growing, false));

        Assert.Equal("false", drawn.Find(".answer-text").GetAttribute("aria-busy"));
    }

    [SharedDataFact]
    public void Hostile_text_makes_no_element_and_loses_no_character()
    {
        var hostile = File.ReadAllLines(Path.Combine(SharedData.Path, "hostile", "xss.txt"))
            .Concat(JsonSerializer.Deserialize<string[]>(File.ReadAllText(Path.Combine(SharedData.Path, "hostile", "blns.json")))!)
            .Where(line => !string.IsNullOrWhiteSpace(line) && !line.Contains('\0', StringComparison.Ordinal))
            .ToList();
        Assert.True(hostile.Count > 500, $"only {hostile.Count} lines");

        Assert.All(hostile, line =>
        {
            var text = Draw(line, citations: []).Find(".answer-text");
            Assert.All(text.QuerySelectorAll("*"), e => Assert.Contains(e.LocalName, (string[])["p", "ul", "li", "strong"]));
            Assert.All(text.QuerySelectorAll("*"), e => Assert.Empty(e.Attributes));
            Assert.Equal(Plain(line), Plain(text.TextContent));
        });
    }

    // White space and the marks that may vanish aside, everything must still be there.
    private static string Plain(string text) => new([.. text.Where(c => !char.IsWhiteSpace(c) && c is not ('*' or '-'))]);

    private IRenderedComponent<AnswerText> Draw(string text, bool growing = false, IReadOnlyList<Citation>? citations = null) => Render<AnswerText>(p => p
        .Add(a => a.Text, text).Add(a => a.Language, Language.Korean).Add(a => a.Growing, growing)
        .Add(a => a.Citations, citations ?? Found.Citations).Add(a => a.EvidenceAddress, c => "ask#" + c.Kind));
}
