using Spectre.Console;

namespace CustomerService.Cli.Benchmark;

/// <summary>A bar on a terminal while calls are made; nothing elsewhere.</summary>
internal static class BenchmarkProgress
{
    /// <param name="work">Calls what it is given after each call.</param>
    public static Task RunAsync(int calls, Func<Action, Task> work) => Console.IsErrorRedirected
        ? work(static () => { })
        : Terminal.Error.Progress().Columns(new SpinnerColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).StartAsync(context =>
        {
            var bar = context.AddTask("calls", maxValue: calls);
            return work(() => bar.Increment(1));
        });
}
