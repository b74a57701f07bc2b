using System.Buffers.Binary;
using System.Text;

namespace CustomerService.Benchmarks.Desk;

/// <summary>Reads MessagePack from its beginning on, value by value.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> data)
{
    private ReadOnlySpan<byte> _rest = data;

    /// <summary>The number of elements that follow.</summary>
    public int Array() => Take() is var kind && (kind & 0xf0) == 0x90 ? kind & 0x0f : kind switch
    {
        0xdc => (int)Number(2),
        0xdd => (int)Number(4),
        _ => throw Unexpected(kind),
    };

    public long Integer() => Take() is var kind && kind < 0x80 ? kind : kind switch
    {
        >= 0xe0 => (sbyte)kind,
        >= 0xcc and <= 0xcf => Number(1 << (kind - 0xcc)),
        0xd0 => (sbyte)Number(1),
        0xd1 => (short)Number(2),
        0xd2 => (int)Number(4),
        0xd3 => Number(8),
        _ => throw Unexpected(kind),
    };

    /// <summary>Null for nil.</summary>
    public string? Text()
    {
        if (_rest[0] != 0xc0)
            return Encoding.UTF8.GetString(Bytes());
        Take();
        return null;
    }

    /// <summary>Of a text or of binary data.</summary>
    public ReadOnlySpan<byte> Bytes()
    {
        var kind = Take();
        return Cut((kind & 0xe0) == 0xa0 ? kind & 0x1f : kind switch
        {
            >= 0xc4 and <= 0xc6 => (int)Number(1 << (kind - 0xc4)),
            >= 0xd9 and <= 0xdb => (int)Number(1 << (kind - 0xd9)),
            _ => throw Unexpected(kind),
        });
    }

    /// <summary>Passes over a map without entries, which is what headers are.</summary>
    public void Headers()
    {
        if (Take() is var kind and not 0x80)
            throw Unexpected(kind);
    }

    private byte Take() => Cut(1)[0];

    private ReadOnlySpan<byte> Cut(int length)
    {
        var cut = _rest[..length];
        _rest = _rest[length..];
        return cut;
    }

    private long Number(int bytes) => bytes switch
    {
        1 => Cut(1)[0],
        2 => BinaryPrimitives.ReadUInt16BigEndian(Cut(2)),
        4 => BinaryPrimitives.ReadUInt32BigEndian(Cut(4)),
        _ => BinaryPrimitives.ReadInt64BigEndian(Cut(8)),
    };

    private static InvalidDataException Unexpected(byte kind) => new($"0x{kind:x2} was not expected.");
}
