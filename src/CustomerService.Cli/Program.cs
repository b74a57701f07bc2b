using System.CommandLine;
using CustomerService.Cli;
using CustomerService.Cli.Ask;
using CustomerService.Cli.Batch;
using CustomerService.Cli.Benchmark;
using CustomerService.Cli.Evaluate;
using CustomerService.Cli.Import;
using CustomerService.Core.Configuration;
using CustomerService.Data.Start;

var root = new RootCommand("CustomerService on the command line: asks the same assistant over the same data as the web application.")
{
    AskCommand.Create(),
    BatchCommand.Create(),
    BenchmarkCommand.Create(),
    EvaluateCommand.Create(),
    ImportCommand.Create(),
};
var parsed = root.Parse(args);
try
{
    var code = await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(10) });
    return parsed.Errors.Count > 0 ? ExitCode.WrongUse : code;
}
catch (InvalidSettingsException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return ExitCode.WrongUse;
}
catch (StorageUnavailableException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return ExitCode.Failed;
}
catch (OperationCanceledException)
{
    await Console.Error.WriteLineAsync("Stopped before anything was done.");
    return ExitCode.Failed;
}
