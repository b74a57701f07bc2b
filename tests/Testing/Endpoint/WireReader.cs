using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace CustomerService.Testing;

/// <summary>Reads requests of HTTP/1.1 from a connection, and notices when the other side is gone.</summary>
internal sealed class WireReader(Socket socket)
{
    private byte[] _buffer = new byte[16 * 1024];
    private int _start;
    private int _end;

    /// <returns>Null when the other side has closed the connection instead.</returns>
    public async Task<ScriptedRequest?> ReadAsync(CancellationToken cancellationToken)
    {
        if (await LineAsync(cancellationToken) is not { } first)
            return null;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await LineAsync(cancellationToken) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers[line[..colon]] = line[(colon + 1)..].Trim();
        }

        var words = first.Split(' ');
        return new(words[0], words[1], headers, Encoding.UTF8.GetString(await BodyAsync(headers, cancellationToken)));
    }

    /// <summary>Completes when the connection is over (true) or the other side sends more (false). Never throws.</summary>
    public async Task<bool> IsGoneAsync(CancellationToken cancellationToken)
    {
        try
        {
            return !await FillAsync(cancellationToken);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            return true;
        }
    }

    private async Task<byte[]> BodyAsync(Dictionary<string, string> headers, CancellationToken cancellationToken)
    {
        if (headers.TryGetValue("Content-Length", out var length))
            return await BytesAsync(int.Parse(length, CultureInfo.InvariantCulture), cancellationToken);
        if (!headers.ContainsKey("Transfer-Encoding"))
            return [];
        using var body = new MemoryStream();
        while (true)
        {
            var size = int.Parse((await LineAsync(cancellationToken))!, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            body.Write(await BytesAsync(size, cancellationToken));
            await LineAsync(cancellationToken);
            if (size == 0)
                return body.ToArray();
        }
    }

    private async Task<string?> LineAsync(CancellationToken cancellationToken)
    {
        var seen = 0;
        while (true)
        {
            var at = _buffer.AsSpan(_start + seen, _end - _start - seen).IndexOf((byte)'\n');
            if (at >= 0)
            {
                var line = Encoding.ASCII.GetString(_buffer, _start, seen + at).TrimEnd('\r');
                _start += seen + at + 1;
                return line;
            }

            seen = _end - _start;
            if (!await FillAsync(cancellationToken))
                return null;
        }
    }

    private async Task<byte[]> BytesAsync(int count, CancellationToken cancellationToken)
    {
        while (_end - _start < count)
        {
            if (!await FillAsync(cancellationToken))
                throw new EndOfStreamException();
        }

        var bytes = _buffer[_start..(_start + count)];
        _start += count;
        return bytes;
    }

    /// <returns>Whether there was more.</returns>
    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
            Array.Resize(ref _buffer, 2 * _buffer.Length);
        var read = await socket.ReceiveAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        return read > 0;
    }
}
