using Spectre.Console;

namespace CustomerService.Cli;

/// <summary>Tells on standard error how far it is: a bar on a terminal, otherwise a line for each tenth.</summary>
internal static class WorkProgress
{
    private const int MostFailuresTold = 10;

    /// <param name="work">Calls what it is given with each that is done: null, or why it failed.</param>
    public static Task RunAsync(int toDo, Func<Action<string?>, Task> work)
    {
        var failures = 0;
        if (Console.IsErrorRedirected)
        {
            var (gate, done) = (new Lock(), 0);
            return work(failure =>
            {
                TellFailure(failure);
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
                return work(failure =>
                {
                    TellFailure(failure);
                    bar.Increment(1);
                });
            });

        void TellFailure(string? failure)
        {
            if (failure is null)
                return;
            var number = Interlocked.Increment(ref failures);
            if (number <= MostFailuresTold)
                Terminal.Error.WriteLine(failure);
            if (number == MostFailuresTold)
                Terminal.Error.WriteLine("What fails from here on is told in the results only.");
        }
    }
}
