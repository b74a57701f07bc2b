using System.Text;
using CustomerService.Core.Import;
using CustomerService.Core.Text;

namespace CustomerService.Data.Import.Reading;

/// <summary>Finds out in which encoding a file is, from its beginning.</summary>
internal static class TextFile
{
    private const int Looked = 1024 * 1024;
    private static readonly byte[][] Archives = [[0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], [0x1F, 0x8B], [0x37, 0x7A, 0xBC, 0xAF], [0x52, 0x61, 0x72, 0x21], [0xD0, 0xCF, 0x11, 0xE0], [0x42, 0x5A, 0x68], [0xFD, 0x37, 0x7A]];

    static TextFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <exception cref="ImportFileException">It is empty, an archive, or no text.</exception>
    public static (StreamReader Text, string Encoding) Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, FileOptions.SequentialScan);
        try
        {
            var beginning = new byte[Math.Min(Looked, stream.Length)];
            stream.ReadExactly(beginning);
            stream.Position = 0;
            var (encoding, name) = Of(beginning, stream.Length == beginning.Length);
            return (new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true, 64 * 1024), name);
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private static (Encoding Encoding, string Name) Of(ReadOnlySpan<byte> bytes, bool isWhole)
    {
        if (bytes.IsEmpty)
            throw new ImportFileException(new(FileFault.Empty, ""));
        foreach (var archive in Archives)
        {
            if (bytes.StartsWith(archive))
                throw new ImportFileException(new(FileFault.Archive, ""));
        }

        if (bytes is [0xFF, 0xFE, ..])
            return (Encoding.Unicode, "UTF-16");
        if (bytes is [0xFE, 0xFF, ..])
            return (Encoding.BigEndianUnicode, "UTF-16");
        if (bytes.Contains((byte)0))
            return WideOf(bytes);
        if (IsValid(new UTF8Encoding(false, throwOnInvalidBytes: true), bytes, isWhole))
            return (new UTF8Encoding(false), "UTF-8");
        // A byte or two that are wrong are told with their rows; they do not make the file one of another encoding.
        var korean = Encoding.GetEncoding(949);
        if (IsMostlyUtf8(bytes))
            return (new UTF8Encoding(false), "UTF-8");
        var hangul = korean.GetString(bytes).Where(c => c > 127).Take(10_000).ToList();
        return hangul.Count(Hangul.IsHangul) * 2 >= hangul.Count ? (korean, "CP949") : (Encoding.GetEncoding(1252), "Windows-1252");
    }

    // UTF-16 without its mark: the zeros of spaces and line ends stand on one side.
    private static (Encoding Encoding, string Name) WideOf(ReadOnlySpan<byte> bytes)
    {
        var (even, odd) = (0, 0);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == 0)
                _ = i % 2 == 0 ? even++ : odd++;
        }

        if (Math.Min(even, odd) * 50 > Math.Max(even, odd) || Math.Max(even, odd) * 100 < bytes.Length)
            throw new ImportFileException(new(FileFault.NotText, ""));
        return (even > odd ? Encoding.BigEndianUnicode : Encoding.Unicode, "UTF-16");
    }

    private static bool IsValid(Encoding strict, ReadOnlySpan<byte> bytes, bool isWhole)
    {
        try
        {
            var decoder = strict.GetDecoder();
            decoder.GetCharCount(bytes, flush: isWhole);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        var (good, bad) = (0, 0);
        foreach (var c in Encoding.UTF8.GetString(bytes))
        {
            if (c == '\uFFFD')
                bad++;
            else if (c > 127)
                good++;
        }

        return good > bad * 4;
    }
}
