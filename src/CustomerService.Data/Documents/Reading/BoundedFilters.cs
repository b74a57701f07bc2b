using System.IO.Compression;
using CustomerService.Core.Documents;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace CustomerService.Data.Documents.Reading;

/// <summary>The filters of PDF streams, but for what unpacks to more than any manual holds.</summary>
internal sealed class BoundedFilters : IFilterProvider
{
    private const long MaxUnpacked = 256L << 20;
    private const int ZlibHeader = 2;
    // Bytes that one byte can become: two of a run make 128; LZW's codes of 9 to 12 bits stand for strings that grow by one each.
    private const long MostByRunLength = 64;
    private const long MostByLzw = 1_400;

    private readonly IFilterProvider _inner = DefaultFilterProvider.Instance;
    private long _unpacked;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => [.. _inner.GetFilters(dictionary).Select(Bounded)];

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => [.. _inner.GetNamedFilters(names).Select(Bounded)];

    public IReadOnlyList<IFilter> GetAllFilters() => [.. _inner.GetAllFilters().Select(Bounded)];

    private IFilter Bounded(IFilter filter) => filter switch
    {
        FlateFilter => new BoundedFilter(filter, CountFlate),
        RunLengthFilter => new BoundedFilter(filter, input => Count(input.Length * MostByRunLength)),
        LzwFilter => new BoundedFilter(filter, input => Count(input.Length * MostByLzw)),
        _ => filter,
    };

    private void Count(long unpacked)
    {
        if ((_unpacked += unpacked) > MaxUnpacked)
            throw new UnreadableDocumentException(DocumentProblem.TooLarge);
    }

    // Without zlib's header, which readers do without, too.
    private void CountFlate(Memory<byte> input)
    {
        if (input.Length <= ZlibHeader)
            return;
        using var stream = new DeflateStream(new MemoryStream(input[ZlibHeader..].ToArray()), CompressionMode.Decompress);
        var buffer = new byte[81_920];
        try
        {
            while (stream.Read(buffer) is > 0 and var read)
                Count(read);
        }
        catch (InvalidDataException)
        {
            // The filter itself copes with what is broken.
        }
    }

    private sealed class BoundedFilter(IFilter inner, Action<Memory<byte>> count) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            count(input);
            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }
}
