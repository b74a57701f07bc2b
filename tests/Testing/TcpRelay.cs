using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CustomerService.Testing;

/// <summary>
/// A plain TCP balancer on a free port: hands each connection to the next of its targets that takes it. A test can cut the line, and
/// move a program from one address to another.
/// </summary>
public sealed class TcpRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, bool> _open = new();
    private readonly Task _accepting;
    private volatile IReadOnlyList<Uri> _targets;
    private volatile bool _isCut;
    private int _next;

    public TcpRelay(params IReadOnlyList<Uri> targets)
    {
        _targets = targets;
        _listener.Start(backlog: 1024);
        Address = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    public void MoveTo(params IReadOnlyList<Uri> targets) => _targets = targets;

    /// <summary>Ends all connections and takes no more.</summary>
    public void Cut()
    {
        _isCut = true;
        foreach (var client in _open.Keys)
            Reset(client);
    }

    public void Mend() => _isCut = false;

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        Cut();
        await _accepting;
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync();
            }
            catch (SocketException)
            {
                return;
            }
            catch (ObjectDisposedException)
            {
                return;
            }

            _ = RelayAsync(client);
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        _open[client] = true;
        if (!_isCut && await ConnectAsync() is { } server)
        {
            _open[server] = true;
            if (_isCut)
                Reset(server);
            await Task.WhenAny(CopyAsync(client, server), CopyAsync(server, client));
            Reset(server);
        }

        Reset(client);
    }

    private async Task<TcpClient?> ConnectAsync()
    {
        var targets = _targets;
        for (var i = 0; i < targets.Count; i++)
        {
            var target = targets[(Interlocked.Increment(ref _next) & int.MaxValue) % targets.Count];
            var server = new TcpClient();
            try
            {
                await server.ConnectAsync(target.Host, target.Port);
                return server;
            }
            catch (SocketException)
            {
                server.Dispose();
            }
        }

        return null;
    }

    private static async Task CopyAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One of the two is gone, which ends the other one.
        }
    }

    private void Reset(TcpClient client)
    {
        if (_open.TryRemove(client, out _))
            client.Close();
    }
}
