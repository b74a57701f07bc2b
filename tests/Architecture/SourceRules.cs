using System.Text.RegularExpressions;

namespace CustomerService.Architecture.Tests;

/// <summary>What a source file may not contain, and why.</summary>
internal static partial class SourceRules
{
    public static IEnumerable<string> BrokenBy(string source)
    {
        var code = LineComment().Replace(source, "");
        if (EmptyCatch().IsMatch(code))
            yield return "swallows every exception";
        if (BlockingWait().IsMatch(code))
            yield return "blocks on a task";
        if (AsyncVoid().IsMatch(code))
            yield return "has an async void method, whose exception ends the process";
        if (SkippedTest().IsMatch(code))
            yield return "skips a test";
        if (Unfinished().IsMatch(source))
            yield return "is unfinished";
        foreach (Match name in VagueTypeName().Matches(code))
            yield return $"has a type with the vague name {name.Groups["name"].Value}";
        foreach (Match name in TestMethod().Matches(code))
        {
            if (!TestName().IsMatch(name.Groups["name"].Value))
                yield return $"has a test named {name.Groups["name"].Value}, not Situation_outcome";
        }
    }

    [GeneratedRegex(@"(?<!:)//.*$", RegexOptions.Multiline)]
    private static partial Regex LineComment();

    [GeneratedRegex(@"\bcatch\s*(\(\s*(System\.)?Exception(\s+\w+)?\s*\)\s*)?\{\s*\}")]
    private static partial Regex EmptyCatch();

    [GeneratedRegex(@"\.GetAwaiter\(\)\s*\.GetResult\(\)|\.Wait\(\)|\bTask\.WaitAll\(")]
    private static partial Regex BlockingWait();

    [GeneratedRegex(@"\basync\s+void\b")]
    private static partial Regex AsyncVoid();

    [GeneratedRegex(@"\[\s*\w*(Fact|Theory)\b[^\]]*\bSkip\s*=")]
    private static partial Regex SkippedTest();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK)\b|\bNotImplementedException\b")]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\b(class|struct|interface|enum|record)\s+(?<name>\w*(Manager|Helper|Util|Utilitie)s?)\b", RegexOptions.ExplicitCapture)]
    private static partial Regex VagueTypeName();

    [GeneratedRegex(@"\[\s*\w*(Fact|Theory)\b.*?\b(void|Task|ValueTask)\s+(?<name>\w+)\s*\(", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex TestMethod();

    [GeneratedRegex(@"^[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)+$")]
    private static partial Regex TestName();
}
