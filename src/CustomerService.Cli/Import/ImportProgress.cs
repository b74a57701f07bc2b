using System.Diagnostics;
using Spectre.Console;

namespace CustomerService.Cli.Import;

/// <summary>Tells on standard error how far it is and how fast: a bar on a terminal, otherwise a line for each tenth.</summary>
internal static class ImportProgress
{
    /// <param name="before">Rows that were done before.</param>
    /// <param name="work">Calls what it is given with the rows that are done.</param>
    public static Task RunAsync(long total, long before, Func<Action<long>, Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        if (Console.IsErrorRedirected)
        {
            var told = before * 10 / Math.Max(1, total);
            return work(done =>
            {
                if (done * 10 / Math.Max(1, total) is var tenth && tenth <= told)
                    return;
                told = tenth;
                Terminal.Error.WriteLine($"{done:N0} of {total:N0} rows, {Rate(done):N0} a second");
            });
        }

        return Terminal.Error.Progress()
            .Columns(new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask($"{total:N0} rows", maxValue: Math.Max(1, total));
                bar.Value = before;
                return work(done =>
                {
                    bar.Value = done;
                    bar.Description = $"{done:N0} of {total:N0} rows, {Rate(done):N0} a second";
                });
            });

        double Rate(long done) => (done - before) / Math.Max(0.001, Stopwatch.GetElapsedTime(started).TotalSeconds);
    }
}
