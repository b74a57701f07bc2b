using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CustomerService.Benchmarks;

/// <summary>What the figures were measured on.</summary>
/// <param name="LoadBefore">Processes that ran or wanted to in the last minute, before anything was measured; null where the system does not tell.</param>
internal sealed record Machine(string Processor, int Cores, string System, string Runtime, string Configuration, double? LoadBefore)
{
    public static Machine Describe() => new(
        ProcessorName() ?? RuntimeInformation.ProcessArchitecture.ToString(),
        Environment.ProcessorCount,
        RuntimeInformation.OSDescription,
        RuntimeInformation.FrameworkDescription,
        typeof(Machine).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()?.Configuration ?? "",
        File.Exists("/proc/loadavg") ? double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture) : null);

    private static string? ProcessorName() =>
        File.Exists("/proc/cpuinfo")
            ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim()
            : null;
}

/// <summary>Prints the figures for people or for programs.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Task WriteAsync(TextWriter output, Machine machine, IReadOnlyList<Figure> figures, bool asJson) =>
        output.WriteLineAsync(asJson ? JsonSerializer.Serialize(new { machine, figures }, Json) : Table(machine, figures));

    private static string Table(Machine machine, IReadOnlyList<Figure> figures)
    {
        string[] header = ["", "measured", "asked", "ratio", ""];
        List<string[]> rows = [header, .. figures.Select(f => new[] { $"{f.Benchmark}: {f.Name}", $"{Number(f.Value)} {f.Unit}".TrimEnd(), Asked(f), Ratio(f), Verdict(f) })];
        var widths = Enumerable.Range(0, header.Length).Select(i => rows.Max(r => r[i].Length)).ToList();
        var lines = rows.Select(r => string.Join("  ", r.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : i == header.Length - 1 ? cell : cell.PadLeft(widths[i]))).TrimEnd());
        var load = machine.LoadBefore is { } busy ? $", load {Number(busy)} before" : "";
        return string.Join('\n', [$"{machine.Processor}, {machine.Cores} cores, {machine.System}, {machine.Runtime}, {machine.Configuration}{load}", "", .. lines]);
    }

    private static string Asked(Figure figure) =>
        figure.Limit is { } limit ? $"{(limit.Bound == Bound.AtMost ? "≤" : "≥")} {Number(limit.Value)} {figure.Unit}".TrimEnd() : "";

    private static string Ratio(Figure figure) => figure.Ratio is { } ratio ? Number(ratio) : "";

    private static string Verdict(Figure figure) => figure.Limit is null ? "" : figure.IsMet ? "met" : "MISSED";

    private static string Number(double value) =>
        value.ToString(Math.Abs(value) >= 100 ? "#,0" : Math.Abs(value) >= 10 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
}
