using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace CustomerService.Testing;

/// <summary>The way of one reply onto the wire, byte by byte as told.</summary>
/// <param name="over">Called once, before the last byte goes out or the connection is broken off.</param>
/// <param name="gone">Cancelled when the client is gone or the endpoint stops.</param>
internal sealed class ReplyWriter(Socket socket, ScriptedRequest request, Action over, CancellationToken gone)
{
    private static readonly byte[] LineEnd = "\r\n"u8.ToArray();
    private static readonly byte[] LastChunk = "0\r\n\r\n"u8.ToArray();

    public ScriptedRequest Request => request;

    /// <summary>Whether nothing can follow.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether the connection can serve another request.</summary>
    public bool IsReusable { get; private set; } = true;

    /// <param name="length">Of the body, in bytes; null for one in chunks.</param>
    public Task HeadAsync(int status, string type, int? length, IEnumerable<(string Name, string Value)> headers)
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} {(HttpStatusCode)status}\r\nContent-Type: {type}\r\n");
        head.Append(length is null ? "Transfer-Encoding: chunked\r\n" : $"Content-Length: {length.Value.ToString(CultureInfo.InvariantCulture)}\r\n");
        foreach (var (name, value) in headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        return SendAsync(Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()));
    }

    public Task ChunkAsync(byte[] bytes) => SendAsync((byte[])[.. ChunkHead(bytes.Length), .. bytes, .. LineEnd]);

    /// <summary>Ends a body in chunks, with some last bytes.</summary>
    public Task EndChunksAsync(byte[] bytes)
    {
        IsOver = true;
        over();
        return SendAsync(bytes.Length == 0 ? LastChunk : [.. ChunkHead(bytes.Length), .. bytes, .. LineEnd, .. LastChunk]);
    }

    /// <summary>Sends the whole of a body whose length was told.</summary>
    public async Task BodyAsync(byte[] bytes)
    {
        if (bytes.Length > 1)
            await SendAsync(bytes.AsMemory(..^1));
        IsOver = true;
        over();
        if (bytes.Length > 0)
            await SendAsync(bytes.AsMemory(^1..));
    }

    /// <summary>Announces a chunk, sends half of it and closes the connection.</summary>
    public async Task CutChunkAsync(byte[] bytes)
    {
        await SendAsync((byte[])[.. ChunkHead(bytes.Length), .. bytes.AsSpan(0, bytes.Length / 2)]);
        Close();
    }

    public Task WaitAsync(Gate gate) => gate.PassAsync(gone);

    /// <summary>Until the client gives up.</summary>
    public Task HangAsync() => new TaskCompletionSource().Task.WaitAsync(gone);

    /// <summary>Closes the connection in good order, whatever was promised.</summary>
    public void Close()
    {
        (IsOver, IsReusable) = (true, false);
        over();
        socket.Shutdown(SocketShutdown.Send);
    }

    /// <summary>Breaks the connection off, so that the client's network reports a reset.</summary>
    public void Reset()
    {
        (IsOver, IsReusable) = (true, false);
        over();
        socket.LingerState = new(enable: true, seconds: 0);
        socket.Close();
    }

    private static byte[] ChunkHead(int length) => Encoding.ASCII.GetBytes(length.ToString("x", CultureInfo.InvariantCulture) + "\r\n");

    private async Task SendAsync(ReadOnlyMemory<byte> bytes)
    {
        while (bytes.Length > 0)
            bytes = bytes[await socket.SendAsync(bytes, gone)..];
    }
}
