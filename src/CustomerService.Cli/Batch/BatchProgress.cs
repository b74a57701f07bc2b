using Spectre.Console;

namespace CustomerService.Cli.Batch;

/// <summary>Tells on standard error how far it is: a bar on a terminal, otherwise a line for each tenth.</summary>
internal static class BatchProgress
{
    private const int MostFailuresTold = 10;

    /// <param name="work">Calls what it is given with each result.</param>
    public static Task RunAsync(int toDo, Func<Action<BatchResult>, Task> work)
    {
        var failures = 0;
        if (Console.IsErrorRedirected)
        {
            var (gate, done) = (new Lock(), 0);
            return work(result =>
            {
                TellFailure(result);
                lock (gate)
                {
                    done++;
                    if (done == toDo || done * 10L / toDo > (done - 1) * 10L / toDo)
                        Terminal.Error.WriteLine($"{done:N0} of {toDo:N0}");
                }
            });
        }

        return Terminal.Error.Progress()
            .Columns(new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left }, new RemainingTimeColumn())
            .StartAsync(context =>
            {
                var bar = context.AddTask($"{toDo:N0} to do", maxValue: toDo);
                return work(result =>
                {
                    TellFailure(result);
                    bar.Increment(1);
                });
            });

        void TellFailure(BatchResult result)
        {
            if (result.Error is not { } error)
                return;
            var number = Interlocked.Increment(ref failures);
            if (number <= MostFailuresTold)
                Terminal.Error.WriteLine($"Line {result.Line}: {error.Message}");
            if (number == MostFailuresTold)
                Terminal.Error.WriteLine("What fails from here on is told in the results only.");
        }
    }
}
