using System.CommandLine;
using CustomerService.Core.Evaluation;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerService.Cli.Evaluate;

internal enum AskedWriters
{
    Embedded,
    Model,
    Both,
}

/// <summary><c>evaluate</c>: questions with known answers, measured, compared with an earlier run, and held against thresholds.</summary>
internal static class EvaluateCommand
{
    private static readonly Argument<FileInfo> Input = new("questions") { Description = "JSON array, JSON lines or CSV: productId, question, answer, and if wanted kind, language, answerable." };
    private static readonly Option<FileInfo> Products = new("--products") { Description = "Products that the questions are about: productId, category, brand, name, description, price. They go into a database that is thrown away; without it the shop's own is asked." };
    private static readonly Option<FileSystemInfo> Documents = new("--documents") { Description = "Documents of these products: a JSON array of { productId, title?, pages }, or a folder of PDF, Markdown, HTML and text files, each named for its product (137.pdf, 137-care.md)." };
    private static readonly Option<AskedWriters> With = new("--with", "-w") { Description = "embedded, model or both, side by side." };
    private static readonly Option<FileInfo> Baseline = new("--baseline", "-b") { Description = "An earlier run, as --output wrote it, to compare with." };
    private static readonly Option<FileInfo> Output = new("--output", "-o") { Description = "Where to write the run as JSON." };
    private static readonly Option<int?> Limit = new("--limit") { Description = "Ask only the first so many questions." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print the figures as JSON." };

    public static Command Create()
    {
        Input.AcceptExistingOnly();
        Products.AcceptExistingOnly();
        Documents.AcceptExistingOnly();
        Baseline.AcceptExistingOnly();
        var command = new Command("evaluate", "Asks questions whose answers are known, and measures the answers. Ends with 1 when a threshold is missed.") { Input, Products, Documents, With, Baseline, Output, Limit, Json };
        foreach (var threshold in Thresholds.Options)
            command.Add(threshold);
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (input, products, documents) = (parsed.GetValue(Input)!, parsed.GetValue(Products), parsed.GetValue(Documents));
        if (documents is not null && products is null)
            return Refuse("--documents needs --products.");
        if (parsed.GetValue(Limit) is < 1)
            return Refuse("--limit must be at least 1.");
        if (input.Length > QuestionFile.MaxBytes)
            return Refuse($"{input.Name} has more than {QuestionFile.MaxBytes / 1024 / 1024} MB.");
        var (questions, problems) = QuestionFile.Read(await File.ReadAllTextAsync(input.FullName, cancellationToken).ConfigureAwait(false));
        if (problems.Count > 0)
            return Refuse([.. problems.Select(p => $"{input.Name}: {p}"), "Nothing was asked."]);
        EvaluationRun? before = null;
        if (parsed.GetValue(Baseline) is { } baseline && (before = EvaluationRun.FromJson(await File.ReadAllTextAsync(baseline.FullName, cancellationToken).ConfigureAwait(false))) is null)
            return Refuse($"{baseline.Name} is not a run that --output wrote.");

        using var shop = products is null ? null : await ThrowAwayShop.ReadAsync(products, documents, cancellationToken).ConfigureAwait(false);
        if (shop?.Problem is { } wrong)
            return Refuse(wrong);
        using var host = await Services.StartAsync(cancellationToken, shop?.Settings).ConfigureAwait(false);
        var assistant = host.Services.GetRequiredService<IEvaluatedAssistant>();
        if (parsed.GetValue(With) != AskedWriters.Embedded && !assistant.HasModel)
        {
            await host.StopAsync(CancellationToken.None).ConfigureAwait(false);
            return Refuse("No model endpoint is configured. Set OpenAI__BaseUrl, OpenAI__ApiKey or both.");
        }

        if (shop is not null && await shop.FillAsync(host.Services, cancellationToken).ConfigureAwait(false) is { } unreadable)
        {
            await host.StopAsync(CancellationToken.None).ConfigureAwait(false);
            return Refuse(unreadable);
        }

        IReadOnlyList<EvaluationWriter> writers = parsed.GetValue(With) switch
        {
            AskedWriters.Embedded => [EvaluationWriter.Embedded],
            AskedWriters.Model => [EvaluationWriter.Model],
            _ => [EvaluationWriter.Embedded, EvaluationWriter.Model],
        };
        questions = [.. questions.Take(parsed.GetValue(Limit) ?? int.MaxValue)];
        EvaluationRun? run = null;
        try
        {
            await WorkProgress.RunAsync(questions.Count * writers.Count, async done => run = await host.Services.GetRequiredService<Evaluator>()
                .RunAsync(input.Name, "", questions, writers, c => done(c.Failure is { } failure ? $"{c.Question}: {failure}" : null), cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await host.StopAsync(CancellationToken.None).ConfigureAwait(false);
            await Console.Error.WriteLineAsync("Stopped; nothing is kept of this run.").ConfigureAwait(false);
            return ExitCode.Failed;
        }

        await host.StopAsync(CancellationToken.None).ConfigureAwait(false);
        return await TellAsync(parsed, run!, before).ConfigureAwait(false);
    }

    private static async Task<int> TellAsync(ParseResult parsed, EvaluationRun run, EvaluationRun? before)
    {
        var missed = Thresholds.Missed(parsed, run).ToList();
        EvaluateReport.Write(run, before, missed, parsed.GetValue(Json));
        if (parsed.GetValue(Output) is { } output)
        {
            try
            {
                await File.WriteAllTextAsync(output.FullName, run.ToJson(), CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                await Console.Error.WriteLineAsync($"The run cannot be written: {e.Message}").ConfigureAwait(false);
                return ExitCode.Failed;
            }
        }

        foreach (var line in missed)
            await Console.Error.WriteLineAsync(line).ConfigureAwait(false);
        return missed.Count == 0 ? ExitCode.Done : ExitCode.Failed;
    }

    private static int Refuse(params IEnumerable<string> lines)
    {
        foreach (var line in lines)
            Console.Error.WriteLine(line);
        return ExitCode.WrongUse;
    }
}
