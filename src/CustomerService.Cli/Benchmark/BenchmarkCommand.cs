using System.CommandLine;
using CustomerService.Core.Models;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerService.Cli.Benchmark;

/// <summary><c>benchmark</c>: the same prompts to several models, and how fast and dear each is.</summary>
internal static class BenchmarkCommand
{
    private const int MaxRounds = 1_000;
    private const int MaxConcurrency = 1_000;
    private const int MaxPrompts = 1_000;

    private static readonly Option<string?> Models = new("--models", "-m") { Description = "Models, separated by commas. Without it all that the configuration names." };
    private static readonly Option<FileInfo> Prompts = new("--prompts", "-f") { Description = "A file with one prompt a line. Without it three built-in questions of a shop." };
    private static readonly Option<int> Rounds = new("--rounds", "-r") { Description = $"How often each model gets each prompt, 1 to {MaxRounds:N0}.", DefaultValueFactory = _ => 3 };
    private static readonly Option<int> Concurrency = new("--concurrency", "-n") { Description = $"Calls to a model at once, 1 to {MaxConcurrency:N0}.", DefaultValueFactory = _ => 1 };
    private static readonly Option<bool> Together = new("--together") { Description = "Measure all models at the same time rather than one after the other." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print the figures as JSON, by prompt as well." };

    public static Command Create()
    {
        Prompts.AcceptExistingOnly();
        Range(Rounds, MaxRounds);
        Range(Concurrency, MaxConcurrency);
        var command = new Command("benchmark", "Measures models: time to the first token, whole time, tokens a second, price of a call, errors.") { Models, Prompts, Rounds, Concurrency, Together, Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static void Range(Option<int> option, int max) => option.Validators.Add(result =>
    {
        if (result.GetValue(option) is var value && (value < 1 || value > max))
            result.AddError($"{option.Name} must be 1 to {max:N0}.");
    });

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> prompts = parsed.GetValue(Prompts) is { } file
            ? [.. File.ReadLines(file.FullName).Where(l => !string.IsNullOrWhiteSpace(l)).Take(MaxPrompts + 1)]
            : BenchmarkPrompts.BuiltIn;
        if (prompts.Count is 0 or > MaxPrompts)
            return Refuse($"--prompts must hold 1 to {MaxPrompts:N0} lines.");

        using var host = await Services.StartAsync(cancellationToken).ConfigureAwait(false);
        var models = host.Services.GetRequiredService<ITextModel>();
        IReadOnlyList<string> chosen = parsed.GetValue(Models) is { } names
            ? [.. names.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)]
            : models.Names;
        if (ModelChoice.Problem(models, chosen) is { } wrong)
            return Refuse(wrong);
        if (chosen.Count == 0)
            return Refuse("--models names no model.");

        var run = new BenchmarkRun(models, prompts, parsed.GetValue(Rounds), parsed.GetValue(Concurrency));
        var stopped = false;
        try
        {
            await BenchmarkProgress.RunAsync(
                chosen.Count * run.CallsOfAModel, called => run.MeasureAsync(chosen, parsed.GetValue(Together), called, cancellationToken)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            stopped = true;
            await Console.Error.WriteLineAsync("Stopped; this is what was measured until then.").ConfigureAwait(false);
        }

        await host.StopAsync(CancellationToken.None).ConfigureAwait(false);
        var figures = run.Figures(chosen);
        BenchmarkReport.Write(figures, parsed.GetValue(Json));
        return stopped || figures.Any(f => f.Failed > 0) ? ExitCode.Failed : ExitCode.Done;
    }

    private static int Refuse(string line)
    {
        Console.Error.WriteLine(line);
        return ExitCode.WrongUse;
    }
}
