using Xunit;

namespace CustomerService.Architecture.Tests;

public sealed class SourceRulesTests
{
    [Fact]
    public void Sources_break_no_rule()
    {
        // This project quotes what the others may not contain.
        var sources = Repository.SourcesBelow("src").Concat(Repository.SourcesBelow("tests"))
            .Where(f => !f.StartsWith("tests/Architecture/", StringComparison.Ordinal));
        Assert.Empty(sources.SelectMany(f => SourceRules.BrokenBy(Repository.Read(f)).Select(rule => $"{f} {rule}")));
    }

    [Theory]
    [InlineData("try { F(); } catch { }")]
    [InlineData("try { F(); } catch (Exception) { }")]
    [InlineData("catch (System.Exception e)\n{\n    // ignored\n}")]
    [InlineData("var x = task.GetAwaiter().GetResult();")]
    [InlineData("private async void OnClick()")]
    [InlineData("[Fact(Skip = \"later\")]")]
    [InlineData("// TODO: finish")]
    [InlineData("throw new NotImplementedException();")]
    [InlineData("public sealed class StockManager")]
    [InlineData("internal static class TextUtils")]
    [InlineData("[Fact]\npublic void Works()")]
    [InlineData("[SharedDataTheory]\n[InlineData(1)]\npublic async Task is_lower_case(int x)")]
    public void Broken_rule_is_noticed(string source) => Assert.Single(SourceRules.BrokenBy(source));

    [Theory]
    [InlineData("catch (OperationCanceledException) when (token.IsCancellationRequested) { }")]
    [InlineData("catch (Exception e) { Log.Failed(logger, e); }")]
    [InlineData("var page = \"https://example.org/\"; // a comment")]
    [InlineData("private readonly SignInManager<User> _signIn;")]
    [InlineData("[Theory]\n[InlineData(\"x\")]\npublic Task Unknown_count_is_not_zero(string x)")]
    public void Sound_source_breaks_no_rule(string source) => Assert.Empty(SourceRules.BrokenBy(source));
}
