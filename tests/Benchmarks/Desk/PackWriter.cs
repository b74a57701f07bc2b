using System.Buffers.Binary;
using System.Text;

namespace CustomerService.Benchmarks.Desk;

/// <summary>Writes the little of MessagePack that a circuit is sent: a call as SignalR's binary protocol has it, with its length before it.</summary>
internal static class PackWriter
{
    private const byte Nil = 0xc0;

    /// <summary>The invocation of a method of the server.</summary>
    /// <param name="id">By which the answer is known; null when none is wanted.</param>
    public static byte[] Invocation(string? id, string method, params object?[] arguments)
    {
        var body = new List<byte>(256) { 0x96, 1, 0x80 };
        Write(body, id);
        Write(body, method);
        body.Add((byte)(0x90 | arguments.Length));
        foreach (var argument in arguments)
            Write(body, argument);
        body.Add(0x90);
        return Framed(body);
    }

    public static byte[] Ping { get; } = Framed([0x91, 6]);

    private static byte[] Framed(List<byte> body)
    {
        var length = new List<byte>(5);
        for (var rest = body.Count; ; rest >>= 7)
        {
            length.Add((byte)(rest < 0x80 ? rest : rest & 0x7f | 0x80));
            if (rest < 0x80)
                return [.. length, .. body];
        }
    }

    private static void Write(List<byte> to, object? value)
    {
        Span<byte> eight = stackalloc byte[8];
        switch (value)
        {
            case null:
                to.Add(Nil);
                break;
            case bool yes:
                to.Add((byte)(yes ? 0xc3 : 0xc2));
                break;
            case long number:
                to.Add(0xd3);
                BinaryPrimitives.WriteInt64BigEndian(eight, number);
                to.AddRange(eight);
                break;
            case string text:
                var bytes = Encoding.UTF8.GetBytes(text);
                to.Add(0xdb);
                BinaryPrimitives.WriteInt32BigEndian(eight, bytes.Length);
                to.AddRange(eight[..4]);
                to.AddRange(bytes);
                break;
            default:
                throw new ArgumentException($"{value.GetType()} is not sent to circuits.", nameof(value));
        }
    }
}
