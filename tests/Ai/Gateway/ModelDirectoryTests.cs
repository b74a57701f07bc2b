using CustomerService.Ai.Gateway;
using CustomerService.Core.Configuration;
using CustomerService.Core.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace CustomerService.Ai.Tests.Gateway;

public sealed class ModelDirectoryTests
{
    [Fact]
    public void Price_is_for_a_million_tokens() =>
        Assert.Equal(8m + 32m / 2, New().CostOf("gpt-4.1", 1_000_000, 500_000));

    [Theory]
    [InlineData("deepseek-v3.2", 1_000, 1_000, "0.00049")]
    [InlineData("claude-sonnet-4.5", 1, 0, "0.000003")]
    [InlineData("gemini-2.5-flash", 0, 3, "0.0000075")]
    public void Cost_of_few_tokens_is_not_rounded_away(string model, int prompt, int completion, string cost) =>
        Assert.Equal(decimal.Parse(cost, System.Globalization.CultureInfo.InvariantCulture), New().CostOf(model, prompt, completion));

    [Fact]
    public void Model_without_an_entry_has_an_unknown_price() => Assert.Null(New().CostOf("my-own-model", 10, 10));

    [Fact]
    public void Next_cheaper_tiers_stand_in_when_nothing_is_configured() =>
        Assert.Equal(["gpt-4.1", "claude-sonnet-4.5", "gemini-2.5-flash", "deepseek-v3.2"], New().ChainOf(ModelTier.Advanced));

    [Fact]
    public void Configured_fallbacks_take_the_place_of_the_cheaper_tiers() =>
        Assert.Equal(["claude-sonnet-4.5", "own:8b"], New(("Models:Fallbacks:0", "own:8b"), ("Models:Fallbacks:1", "claude-sonnet-4.5")).ChainOf(ModelTier.Complex));

    [Fact]
    public void Name_may_hold_colons_and_points()
    {
        var directory = New(("Models:Catalog:llama3.1:8b-instruct:PromptPricePerMillion", "0.5"), ("Models:Catalog:llama3.1:8b-instruct:CompletionPricePerMillion", "1.5"));

        Assert.Equal(2m, directory.CostOf("llama3.1:8b-instruct", 1_000_000, 1_000_000));
    }

    [Fact]
    public void Entry_of_the_configuration_changes_only_what_it_names()
    {
        var directory = New(("Models:Catalog:gpt-4.1:PromptPricePerMillion", "2"));

        Assert.Equal((2m, 32m, 128_000), (directory.EntryOf("gpt-4.1").PromptPricePerMillion, directory.EntryOf("gpt-4.1").CompletionPricePerMillion, directory.EntryOf("gpt-4.1").ContextWindow));
    }

    [Fact]
    public void Window_is_never_sent_as_the_length_of_the_completion()
    {
        var directory = New(("Models:Catalog:small:MaxOutputTokens", "64"), ("Models:Fallbacks:0", "small"));
        var turn = new ModelTurn(CustomerService.Core.Usage.ModelPurpose.Answer, ["gpt-4.1", "small"], "C1") { WantedTokens = 900 };

        directory.Prepare(turn, 0, [new(ChatRole.User, "안녕")]);
        Assert.Equal(("gpt-4.1", 900), (turn.ModelId, turn.MaxOutputTokens));
        directory.Prepare(turn, 1, [new(ChatRole.User, "안녕")]);
        Assert.Equal(("small", 64), (turn.ModelId, turn.MaxOutputTokens));
        Assert.Null(turn.Temperature);
    }

    [Fact]
    public void Wrong_values_are_told_by_their_keys()
    {
        var settings = Settings(("Models:Catalog:x:ContextWindow", "10"), ("Models:Catalog:y:Colour", "red"), ("Models:Tiers:Simple", " "), ("OpenAI:BaseUrl", "ftp://x"), ("OpenAI:ApiKey", "a b"));

        settings.Read<ModelsOptions>("Models");
        EndpointOptions.Read(settings);

        Assert.Equal(
            ["Models:Catalog:x:ContextWindow", "Models:Catalog:y:Colour", "Models:Tiers:Simple", "OpenAI:ApiKey", "OpenAI:BaseUrl"],
            settings.Problems.Select(p => p.Key).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("a b", string.Join('\n', settings.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, false)]
    [InlineData("sk-1", null, true)]
    [InlineData(null, "http://127.0.0.1:11434/v1", true)]
    [InlineData(null, "https://api.openai.com/v1", false)]
    public void Key_or_an_address_of_ones_own_makes_an_endpoint(string? key, string? address, bool configured)
    {
        Assert.Equal(configured, EndpointOptions.Read(Settings(("OpenAI:ApiKey", key), ("OpenAI:BaseUrl", address))).IsConfigured);
        Assert.Equal(configured, EndpointOptions.Read(Settings(("OPENAI_API_KEY", key), ("OPENAI_BASE_URL", address))).IsConfigured);
    }

    private static ModelDirectory New(params (string Key, string? Value)[] values) => new(Settings(values).Read<ModelsOptions>("Models"));

    private static Settings Settings(params (string Key, string? Value)[] values) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(values.Where(v => v.Value is not null).Select(v => KeyValuePair.Create(v.Key, v.Value))).Build());
}
