using System.CommandLine;
using CustomerService.Benchmarks;
using CustomerService.Benchmarks.Desk;
using CustomerService.Benchmarks.Widget;

var json = new Option<bool>("--json") { Description = "Print the figures as JSON.", Recursive = true };
var quick = new Option<bool>("--quick") { Description = "A tenth of the rounds, for a first look.", Recursive = true };
var database = new Option<FileInfo?>("--database") { Description = "Where the large shop of 'scale' and 'search' is kept; made when it is not there. Without it the shop is thrown away.", Recursive = true };
var peers = new Option<DirectoryInfo?>("--peers") { Description = "A folder in which 'npm install openai' was run, for the Node peer of 'gateway'; 'widget' finds Lighthouse there.", Recursive = true };

var root = new RootCommand("Measures how fast CustomerService is, and compares each figure with what is asked of it. Run it in Release, on an idle machine.") { json, quick, database, peers };
Add("lookups", "The four lookups, slowed down: all at once and one after another.", LookupsBenchmark.RunAsync);
Add("http", "Answers over HTTP from the web program with the demo store.", HttpBenchmark.RunAsync);
Add("scale", "Each lookup with 100,000 products and 1,000,000 reviews in SQLite.", ScaleBenchmark.RunAsync);
Add("search", "Product search with 100,000 products in SQLite: as written, misspelt, half-typed, codes, quantities and synonyms.", SearchBenchmark.RunAsync);
Add("page", "The Ask page in Chromium, from Send to the first lookup and to the whole answer.", PageBenchmark.RunAsync);
Add("gateway", "Answers through models behind a slow endpoint, beside other clients of it. Needs node and ../shared/bench.", GatewayBenchmark.RunAsync);
Add("widget", "The chat widget: its size, in Chromium, and 5,000 of them on one server.", WidgetBenchmark.RunAsync);
Add("desk", "The agents' workspace: lists and search with 200,000 conversations in SQLite and PostgreSQL, and 200 agents on one server.", DeskBenchmark.RunAsync);
Add("import", "A million reviews of a file into SQLite, on one core. Needs the command line built in Release.", ImportBenchmark.RunAsync);
Add("all", "All of them.", LookupsBenchmark.RunAsync, HttpBenchmark.RunAsync, ScaleBenchmark.RunAsync, SearchBenchmark.RunAsync, PageBenchmark.RunAsync, GatewayBenchmark.RunAsync, WidgetBenchmark.RunAsync, DeskBenchmark.RunAsync, ImportBenchmark.RunAsync);
return await root.Parse(args).InvokeAsync();

void Add(string verb, string description, params Func<Effort, CancellationToken, Task<IReadOnlyList<Figure>>>[] benchmarks)
{
    var command = new Command(verb, description);
    command.SetAction(async (parsed, cancellationToken) =>
    {
        var effort = new Effort(parsed.GetValue(quick), parsed.GetValue(database)?.FullName, parsed.GetValue(peers)?.FullName);
        var machine = Machine.Describe();
        var figures = new List<Figure>();
        foreach (var benchmark in benchmarks)
            figures.AddRange(await benchmark(effort, cancellationToken));
        await Report.WriteAsync(Console.Out, machine, figures, parsed.GetValue(json));
        return figures.All(f => f.IsMet) ? 0 : 1;
    });
    root.Add(command);
}
