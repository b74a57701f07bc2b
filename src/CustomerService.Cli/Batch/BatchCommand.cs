using System.CommandLine;
using CustomerService.Core.Answers;
using CustomerService.Core.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CustomerService.Cli.Batch;

/// <summary><c>batch</c>: a file of prompts or questions, many at once, going on where it was stopped.</summary>
internal static partial class BatchCommand
{
    private const int MaxConcurrency = 1_000;
    private const int MostProblemsTold = 20;

    private static readonly Argument<FileInfo> Input = new("file") { Description = "One prompt or question a line, or JSON lines: { \"id\"?, \"prompt\" or \"question\", \"productId\"?, \"customerId\"? }." };
    private static readonly Option<BatchKind> Kind = new("--kind", "-k") { Description = "prompts go to a model as they are; questions go the whole way with lookups and are stored." };
    private static readonly Option<string?> Model = new("--model", "-m") { Description = "The model for prompts. Without it the one of the tier Moderate." };
    private static readonly Option<int> Concurrency = new("--concurrency", "-n") { Description = $"How many at once, 1 to {MaxConcurrency:N0}.", DefaultValueFactory = _ => 10 };
    private static readonly Option<string?> Output = new("--output", "-o") { Description = "The results as JSON lines. Started again, what succeeded there is skipped and what failed is tried again. Without it FILE.results.jsonl." };
    private static readonly Option<string?> Product = new("--product", "-p") { Description = "Product id for questions that name none." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print the summary as JSON." };

    public static Command Create()
    {
        Input.AcceptExistingOnly();
        Concurrency.Validators.Add(option =>
        {
            if (option.GetValue(Concurrency) is < 1 or > MaxConcurrency)
                option.AddError($"--concurrency must be 1 to {MaxConcurrency:N0}.");
        });
        var command = new Command("batch", "Sends a file of prompts or questions, many at once, and keeps each result at once.") { Input, Kind, Model, Concurrency, Output, Product, Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (kind, model, product) = (parsed.GetValue(Kind), parsed.GetValue(Model), parsed.GetValue(Product));
        if (kind == BatchKind.Questions && model is not null)
            return Refuse("--model is for prompts: a question chooses its model itself.");
        if (kind == BatchKind.Prompts && product is not null)
            return Refuse("--product is for questions.");
        var input = parsed.GetValue(Input)!.FullName;
        var output = Path.GetFullPath(parsed.GetValue(Output) ?? input + ".results.jsonl");
        if (output == input)
            return Refuse("--output must be another file than the one that is read.");

        var file = new BatchFile(input, kind, model, product);
        var (items, problems) = file.Check(MostProblemsTold);
        if (problems.Count > 0)
            return Refuse([.. problems, problems.Count == MostProblemsTold ? "There may be more. Nothing was sent." : "Nothing was sent."]);

        using var host = await Services.StartAsync(cancellationToken).ConfigureAwait(false);
        var models = host.Services.GetRequiredService<ITextModel>();
        if (kind == BatchKind.Prompts && ModelChoice.Problem(models, model is null ? [] : [model]) is { } wrong)
            return Refuse(wrong);
        IBatchWork work = kind == BatchKind.Prompts ? new PromptWork(models, model) : new QuestionWork(host.Services.GetRequiredService<IAnswerRuns>());
        try
        {
            using var results = ResultsFile.Open(output);
            var logger = host.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(BatchCommand));
            var (tally, stopped) = await DoAsync(file, items, results, work, parsed.GetValue(Concurrency), logger, cancellationToken).ConfigureAwait(false);
            await host.StopAsync(CancellationToken.None).ConfigureAwait(false);
            var summary = tally.Sum(output, stopped);
            BatchReport.Write(summary, parsed.GetValue(Json));
            return summary is { Failed: 0, Left: 0 } ? ExitCode.Done : ExitCode.Failed;
        }
        catch (InvalidDataException e)
        {
            return Refuse(e.Message);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"The results cannot be written: {e.Message}").ConfigureAwait(false);
            return ExitCode.Failed;
        }
    }

    private static async Task<(BatchTally Tally, bool Stopped)> DoAsync(
        BatchFile file, int items, ResultsFile results, IBatchWork work, int concurrency, ILogger logger, CancellationToken cancellationToken)
    {
        var skipped = file.Items().Count(results.IsFinished);
        var (tally, toDo) = (new BatchTally(items, skipped), items - skipped);
        if (toDo == 0)
            return (tally, false);

        try
        {
            // Items are read as they are needed: a file of any length takes no more memory than those that are being done.
            await WorkProgress.RunAsync(toDo, done => Parallel.ForEachAsync(
                file.Items().Where(item => !results.IsFinished(item)),
                new ParallelOptions { MaxDegreeOfParallelism = concurrency, CancellationToken = cancellationToken },
                async (item, token) =>
                {
                    var result = await DoAsync(work, item, logger, token).ConfigureAwait(false);
                    results.Add(result);
                    tally.Add(result);
                    done(result.Error is { } error ? $"Line {result.Line}: {error.Message}" : null);
                })).ConfigureAwait(false);
            return (tally, false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return (tally, true);
        }
    }

    /// <summary>One item that breaks must not end all others.</summary>
    private static async Task<BatchResult> DoAsync(IBatchWork work, BatchItem item, ILogger logger, CancellationToken cancellationToken)
    {
        try
        {
            return await work.DoAsync(item, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            ItemBroke(logger, e, item.Line);
            return BatchResult.Failed(item, null, new("internal", "Something broke. The log has the cause."));
        }
    }

    private static int Refuse(params IEnumerable<string> lines)
    {
        foreach (var line in lines)
            Console.Error.WriteLine(line);
        return ExitCode.WrongUse;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The item of line {Line} broke")]
    private static partial void ItemBroke(ILogger logger, Exception exception, int line);
}
