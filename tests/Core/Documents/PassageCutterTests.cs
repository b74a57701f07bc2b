using CustomerService.Core.Documents;
using Xunit;

namespace CustomerService.Core.Tests.Documents;

public sealed class PassageCutterTests
{
    [Fact]
    public void Numbered_headings_cut_and_a_chapter_stands_above_its_sections()
    {
        var passages = PassageCutter.Cut(["Aqua Bottle\n1. Care\nRead this first.\n1.1: Cleaning\nRinse it with\nwarm water.\n1.2 Storing\nKeep it dry.\n2. Warranty\nTwo years."]);

        Assert.Equal(
        [
            new(1, "", "", "Aqua Bottle"),
            new(1, "", "1. Care", "Read this first."),
            new(1, "1. Care", "1.1: Cleaning", "Rinse it with warm water."),
            new(1, "1. Care", "1.2 Storing", "Keep it dry."),
            new(1, "", "2. Warranty", "Two years."),
        ], passages);
    }

    [Fact]
    public void Korean_articles_and_Markdown_headings_cut_too()
    {
        Assert.Equal(
            [new(1, "제1장 반품", "제2조 기간", "받은 날부터 7일입니다."), new(1, "제1장 반품", "제3조(비용)", "왕복 6,000원입니다.")],
            PassageCutter.Cut(["제1장 반품\n제2조 기간\n받은 날부터 7일입니다.\n제3조(비용)\n왕복 6,000원입니다."]));
        Assert.Equal([new(1, "2. Care", "2.1 Cleaning", "Rinse it.")], PassageCutter.Cut(["# Manual\n## 2. Care\n2.1 Cleaning\nRinse it."]));
        Assert.Equal([new(1, "Returns", "How long", "Seven days.")], PassageCutter.Cut(["# Returns\n## How long ##\nSeven days."]));
    }

    [Fact]
    public void Section_that_goes_on_overleaf_is_a_passage_on_each_page()
    {
        Assert.Equal(
            [new(1, "", "1. Care", "Rinse it."), new(3, "", "1. Care", "Dry it.")],
            PassageCutter.Cut(["1. Care\nRinse it.", "", "Dry it."]));
    }

    [Fact]
    public void Contents_page_numbers_and_running_heads_are_no_text()
    {
        var pages = Enumerable.Range(1, 4).Select(n => $"(c) Aqua 2026, page {n}\n{n}\n1. Care . . . . . . . . . {n}\nText of page {(char)('a' + n)}.\n- {n} -").ToList();

        Assert.Equal(["Text of page b.", "Text of page c.", "Text of page d.", "Text of page e."], PassageCutter.Cut(pages).Select(p => p.Text));
    }

    [Fact]
    public void Headings_in_a_row_are_the_items_of_a_list()
    {
        var passage = Assert.Single(PassageCutter.Cut(["2. Assembly\n1. Unfold the stand\n2. Press the latch\n3. Lock it\nNow it is ready."]));

        Assert.Contains("Unfold the stand", passage.Text + passage.Heading, StringComparison.Ordinal);
        Assert.Contains("Press the latch", passage.Text + passage.Heading, StringComparison.Ordinal);
        Assert.EndsWith("Now it is ready.", passage.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(" ")]
    [InlineData("")]
    public void Long_text_is_cut_without_losing_a_character(string between)
    {
        var text = string.Join(between, Enumerable.Repeat("배터리😀ab", 900));

        var passages = PassageCutter.Cut([text]);

        Assert.All(passages, p => Assert.InRange(p.Text.Length, 1, PassageCutter.MaxLength));
        Assert.Equal(text, string.Join(between, passages.Select(p => p.Text)));
        Assert.DoesNotContain(passages, p => char.IsLowSurrogate(p.Text[0]));
    }

    [Fact]
    public void Nothing_gives_nothing() => Assert.Empty(PassageCutter.Cut(["", " \n\n 3 \n"]));
}
