using System.ComponentModel.DataAnnotations;
using CustomerService.Core.Configuration;
using CustomerService.Core.Lookups;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;
using Xunit;

namespace CustomerService.Core.Tests.Configuration;

public sealed class SettingsTests
{
    [Fact]
    public void Without_values_the_defaults_hold()
    {
        var options = Settings().Read<LookupOptions>("Lookups");

        Assert.Equal(TimeSpan.FromSeconds(8), options.DeadlineOf(LookupKind.StockCheck));
    }

    [Fact]
    public void Values_are_read_into_nested_options_whatever_their_case()
    {
        var options = Settings(("lookups:deadline", "00:00:05"), ("Lookups:StockCheck:Deadline", "00:00:01")).Read<LookupOptions>("Lookups");

        Assert.Equal(TimeSpan.FromSeconds(1), options.DeadlineOf(LookupKind.StockCheck));
        Assert.Equal(TimeSpan.FromSeconds(5), options.DeadlineOf(LookupKind.ProductInfo));
        Assert.Equal(TimeSpan.FromSeconds(5), options.DeadlineOf(LookupKind.ReviewAnalysis));
        Assert.Equal(TimeSpan.FromSeconds(5), options.DeadlineOf(LookupKind.Recommendation));
    }

    [Fact]
    public void All_wrong_keys_are_told_in_one_exception()
    {
        var settings = Settings(("Sample:Count", "many"), ("Sample:Colour", "Mauve"), ("Sample:Speling", "x"), ("Lookups:Deadline", "soon"), ("Lookups:StockCheck:Deadline", "00:20:00"));
        settings.Read<Sample>("Sample");
        settings.Read<LookupOptions>("Lookups");
        settings.Refuse("Sample:Other", "does not fit");

        var told = Assert.Throws<InvalidSettingsException>(settings.ThrowIfWrong);

        string[] keys = ["Lookups:Deadline", "Lookups:StockCheck:Deadline", "Sample:Colour", "Sample:Count", "Sample:Other", "Sample:Speling"];
        Assert.Equal(keys, told.Problems.Select(p => p.Key).Order());
        Assert.All(keys, k => Assert.Contains(k, told.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void Right_values_throw_nothing()
    {
        var settings = Settings(("Sample:Count", "3"), ("Sample:Colour", "blue"), ("Sample:On", "TRUE"));
        var sample = settings.Read<Sample>("Sample");

        settings.ThrowIfWrong();

        Assert.Equal((3, Colour.Blue, true), (sample.Count, sample.Colour, sample.On));
    }

    [Theory]
    [InlineData("Count", "many", "a whole number")]
    [InlineData("Count", "99999999999", "a whole number")]
    [InlineData("Count", "11", "between 1 and 10")]
    [InlineData("Count", "0", "between 1 and 10")]
    [InlineData("Colour", "Mauve", "one of Red, Blue")]
    [InlineData("Colour", "7", "one of Red, Blue")]
    [InlineData("On", "yes", "true or false")]
    [InlineData("Wait", "8 s", "a duration such as 00:00:08")]
    [InlineData("Wait", "00:00:00", "between")]
    public void A_wrong_value_is_told_with_what_is_expected_and_the_default_stays(string key, string value, string expected)
    {
        var settings = Settings(($"Sample:{key}", value));

        var sample = settings.Read<Sample>("Sample");

        var problem = Assert.Single(settings.Problems);
        Assert.Equal($"Sample:{key}", problem.Key);
        Assert.Contains(value, problem.Message, StringComparison.Ordinal);
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
        Assert.Equal((2, Colour.Red, false, TimeSpan.FromSeconds(1)), (sample.Count, sample.Colour, sample.On, sample.Wait));
    }

    [Fact]
    public void An_unknown_key_is_told_with_those_that_are_known()
    {
        var settings = Settings(("Sample:Cuont", "3"));
        settings.Read<Sample>("Sample");

        Assert.Contains("Count", Assert.Single(settings.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_is_never_shown()
    {
        var settings = Settings(("Sample:Pin", "hunter2"), ("Sample:Password", "hunter2"));
        settings.Read<Sample>("Sample");

        Assert.Equal(["Sample:Password", "Sample:Pin"], settings.Problems.Select(p => p.Key).Order());
        Assert.DoesNotContain("hunter2", Assert.Throws<InvalidSettingsException>(settings.ThrowIfWrong).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_wrong_value_is_shown_in_part()
    {
        var settings = Settings(("Sample:Count", new string('x', 5000)));
        settings.Read<Sample>("Sample");

        Assert.True(Assert.Single(settings.Problems).Message.Length < 200);
    }

    [Fact]
    public void Lists_are_read_from_entries_or_from_one_value_with_commas()
    {
        Assert.Equal(["a", "b"], Settings(("Sample:Keys:0", "a"), ("Sample:Keys:1", "b")).Read<Sample>("Sample").Keys);
        Assert.Equal(["a", "b"], Settings(("Sample:Keys", " a, ,b ")).Read<Sample>("Sample").Keys);
    }

    [Fact]
    public void An_empty_value_leaves_a_number_at_its_default_and_clears_a_text()
    {
        var settings = Settings(("Sample:Count", ""), ("Sample:Title", ""));
        var sample = settings.Read<Sample>("Sample");

        settings.ThrowIfWrong();
        Assert.Equal((2, ""), (sample.Count, sample.Title));
    }

    private static Settings Settings(params (string Key, string Value)[] values) => new(new Values(values));

    private enum Colour
    {
        Red,
        Blue,
    }

    private sealed class Sample
    {
        [Range(1, 10)]
        public int Count { get; set; } = 2;
        public Colour Colour { get; set; }
        public bool On { get; set; }
        public string Title { get; set; } = "title";
        [Range(typeof(TimeSpan), "00:00:00.010", "00:10:00")]
        public TimeSpan Wait { get; set; } = TimeSpan.FromSeconds(1);
        public IList<string> Keys { get; } = [];
        [Secret]
        public int Pin { get; set; }
        [Secret, MinLength(12)]
        public string Password { get; set; } = "";
    }

    /// <summary>Configuration from pairs.</summary>
    private sealed class Values(IReadOnlyList<(string Key, string Value)> values, string path = "") : IConfigurationSection
    {
        public string Key => path.Split(':')[^1];
        public string Path => path;

        public string? Value
        {
            get => values.Where(v => v.Key.Equals(path, StringComparison.OrdinalIgnoreCase)).Select(v => v.Value).FirstOrDefault();
            set => throw new NotSupportedException();
        }

        public string? this[string key]
        {
            get => GetSection(key).Value;
            set => throw new NotSupportedException();
        }

        public IConfigurationSection GetSection(string key) => new Values(values, path.Length == 0 ? key : $"{path}:{key}");

        public IEnumerable<IConfigurationSection> GetChildren() => values
            .Where(v => v.Key.StartsWith(path + ":", StringComparison.OrdinalIgnoreCase))
            .Select(v => v.Key[(path.Length + 1)..].Split(':')[0]).Distinct(StringComparer.OrdinalIgnoreCase).Select(GetSection);

        public IChangeToken GetReloadToken() => throw new NotSupportedException();
    }
}
