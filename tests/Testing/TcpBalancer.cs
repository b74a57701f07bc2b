using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace CustomerService.Testing;

/// <summary>
/// A plain TCP balancer on a free port of this machine: each connection goes to the next server in turn that takes it, and ends when
/// either side does. It knows nothing of HTTP.
/// </summary>
public sealed class TcpBalancer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly IReadOnlyList<Uri> _servers;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<TcpClient, Task> _connections = new();
    private readonly Task _accepting;
    private int _turn;

    /// <param name="servers">Where they listen, in the order in which they are given connections.</param>
    public TcpBalancer(params IReadOnlyList<Uri> servers)
    {
        _servers = servers;
        _listener.Start(backlog: 1024);
        Address = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>Whether new connections are let through; those that are there stay.</summary>
    public bool IsOpen { get; set; } = true;

    /// <summary>Connections that are there now.</summary>
    public int Connections => _connections.Count;

    /// <summary>Ends all connections, as a network that goes away does.</summary>
    public void Cut()
    {
        foreach (var client in _connections.Keys)
            client.Close();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        await _accepting;
        Cut();
        await Task.WhenAll(_connections.Values);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stopping.Token);
                var turn = _turn++;
                _connections[client] = Task.CompletedTask;
                _connections[client] = Task.Run(() => ServeAsync(client, turn));
            }
        }
        catch (OperationCanceledException)
        {
            // It is stopped.
        }
    }

    private async Task ServeAsync(TcpClient client, int turn)
    {
        using (client)
        {
            using var server = IsOpen ? await ConnectAsync(turn) : null;
            if (server is not null)
                await Task.WhenAny(CopyAsync(client, server), CopyAsync(server, client));
        }

        _connections.TryRemove(client, out _);
    }

    /// <returns>Null when none takes it.</returns>
    private async Task<TcpClient?> ConnectAsync(int turn)
    {
        for (var i = 0; i < _servers.Count; i++)
        {
            var (server, to) = (new TcpClient { NoDelay = true }, _servers[(turn + i) % _servers.Count]);
            try
            {
                await server.ConnectAsync(to.Host, to.Port);
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
            // One side is gone, and with it the connection.
        }
    }
}
