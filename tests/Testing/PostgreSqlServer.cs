using System.Diagnostics;

namespace CustomerService.Testing;

/// <summary>
/// The PostgreSQL server of the tests: the one that TEST_POSTGRES names (a connection string), or else a throw-away cluster below
/// /tmp that ends with the test process.
/// </summary>
public static class PostgreSqlServer
{
    private static readonly Lazy<string> _connectionString = new(
        () => Environment.GetEnvironmentVariable("TEST_POSTGRES") is { Length: > 0 } given ? given : Start());

    /// <summary>For an administrator, to create databases with.</summary>
    public static string ConnectionString => _connectionString.Value;

    private static string Start()
    {
        // A socket's path holds 107 characters at most, and the user postgres must be able to get there: not below TMPDIR.
        var folder = $"/tmp/customer-service-pg-{Environment.ProcessId}";
        var data = $"{folder}/data";
        Directory.CreateDirectory(folder);
        if (Environment.IsPrivilegedProcess)
            Run("chown", ["postgres", folder]);
        RunAsPostgres("initdb", ["--pgdata", data, "--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            RunAsPostgres("pg_ctl", ["--pgdata", data, "--mode=immediate", "stop"]);
            Directory.Delete(folder, recursive: true);
        };
        RunAsPostgres("pg_ctl",
        [
            "--pgdata", data, "--log", $"{folder}/log", "--wait", "start", "--options",
            $"-c listen_addresses= -c unix_socket_directories={folder} -c max_connections=300 -c fsync=off -c synchronous_commit=off -c full_page_writes=off",
        ]);
        return $"Host={folder};Username=postgres;Database=postgres";
    }

    // PostgreSQL refuses to run as root.
    private static void RunAsPostgres(string tool, string[] arguments)
    {
        var path = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Select(d => $"{d}/bin/{tool}").LastOrDefault(File.Exists)
            : null;
        if (Environment.IsPrivilegedProcess)
            Run("runuser", ["-u", "postgres", "--", path ?? tool, .. arguments]);
        else
            Run(path ?? tool, arguments);
    }

    private static void Run(string tool, string[] arguments)
    {
        // Output goes nowhere: the server would inherit a pipe and hold it open.
        var start = new ProcessStartInfo("/bin/sh", ["-c", "exec \"$0\" \"$@\" >/dev/null 2>&1", tool, .. arguments]) { WorkingDirectory = "/" };
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{tool} did not start.");
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{tool} failed with exit code {process.ExitCode}; set TEST_POSTGRES to a server of your own.");
    }
}
