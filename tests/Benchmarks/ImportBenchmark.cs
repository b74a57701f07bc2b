using System.Diagnostics;
using System.Globalization;
using System.Text;
using CustomerService.Testing;

namespace CustomerService.Benchmarks;

/// <summary>A million reviews of a file into SQLite by the command line, on one core.</summary>
internal static class ImportBenchmark
{
    private const string Name = "import";
    private const int Rows = 1_000_000;
    private const int Products = 1_000;
    private static readonly string[] Words = "sound battery is great bad light heavy noise cancelling really works after two weeks of use delivery quick box broken good comfortable 음질이 좋아요 배터리가 오래 가요 배송이 빨라요 무거워요 착용감 최고 별로예요".Split(' ');

    public static async Task<IReadOnlyList<Figure>> RunAsync(Effort effort, CancellationToken cancellationToken)
    {
        var rows = effort.Quick ? Rows / 10 : Rows;
        var folder = Directory.CreateTempSubdirectory("import-benchmark-");
        try
        {
            var (products, reviews) = (Path.Combine(folder.FullName, "products.csv"), Path.Combine(folder.FullName, "reviews.csv"));
            await File.WriteAllTextAsync(products, "product_id,name\n" + string.Concat(Enumerable.Range(1, Products).Select(i => $"P{i},Product {i}\n")), cancellationToken);
            Write(reviews, rows);
            await ImportAsync(folder.FullName, products, cancellationToken);
            Effort.Tell($"import: {rows:N0} reviews, {new FileInfo(reviews).Length / 1_000_000:N0} MB");
            var first = await ImportAsync(folder.FullName, reviews, cancellationToken);
            var again = await ImportAsync(folder.FullName, reviews, cancellationToken);
            return
            [
                new(Name, "reviews of a file into SQLite, on one core", rows / first.Seconds, "rows/s", new(Bound.AtLeast, 20_000)),
                new(Name, "the same file again, which changes nothing", rows / again.Seconds, "rows/s"),
                new(Name, "memory of the program, at most", Math.Max(first.Megabytes, again.Megabytes), "MB", new(Bound.AtMost, 300)),
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>The whole run of the program counts: its start, the reading of the file to know it, and the import.</summary>
    private static async Task<(double Seconds, double Megabytes)> ImportAsync(string folder, string file, CancellationToken cancellationToken)
    {
        var program = Path.Combine(RepositoryRoot.Path, "src", "CustomerService.Cli", "bin", "Release", "net10.0", "CustomerService.Cli.dll");
        var start = new ProcessStartInfo("dotnet", [program, "import", file, "--json"]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["Storage__ConnectionString"] = $"Data Source={Path.Combine(folder, "shop.db")}";
        start.Environment["Demo__Enabled"] = "false";
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        if (OperatingSystem.IsLinux() || OperatingSystem.IsWindows())
            process.ProcessorAffinity = 1;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        var peak = 0L;
        while (!process.HasExited)
        {
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.WorkingSet64);
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellationToken);
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return process.ExitCode == 0 ? (seconds, peak / 1e6) : throw new InvalidOperationException(await output + await error);
    }

    private static void Write(string path, int rows)
    {
#pragma warning disable CA5394 // Seeded, so that figures of two runs can be compared.
        var random = new Random(20261124);
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
        file.WriteLine("review_id,product_id,rating,title,text,author,date,helpful_votes");
        for (var i = 0; i < rows; i++)
        {
            var text = string.Join(' ', random.GetItems(Words, random.Next(5, 40)));
            file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"R{i * 7919L % 100_000_007},P{random.Next(1, Products + 1)},{random.Next(1, 6)},Title {i},\"{text}, \"\"yes\"\"\",user{random.Next(99_999)},2026-{random.Next(1, 10):00}-{random.Next(1, 29):00},{random.Next(30)}"));
        }
#pragma warning restore CA5394
    }
}
