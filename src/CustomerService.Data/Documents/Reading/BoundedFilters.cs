using System.IO.Compression;
using CustomerService.Core.Documents;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace CustomerService.Data.Documents.Reading;

/// <summary>The filters of PDF streams, but for what unpacks to more than any manual holds.</summary>
internal sealed class BoundedFilters : IFilterProvider
{
    private const long MaxUnpacked = 256L << 20;

    private readonly IFilterProvider _inner = DefaultFilterProvider.Instance;
    private long _unpacked;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => [.. _inner.GetFilters(dictionary).Select(Bounded)];

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => [.. _inner.GetNamedFilters(names).Select(Bounded)];

    public IReadOnlyList<IFilter> GetAllFilters() => [.. _inner.GetAllFilters().Select(Bounded)];

    private IFilter Bounded(IFilter filter) => filter is FlateFilter ? new BoundedFlate(filter, this) : filter;

    private void Count(Memory<byte> input)
    {
        using var stream = new ZLibStream(new MemoryStream(input.ToArray()), CompressionMode.Decompress);
        var buffer = new byte[81_920];
        try
        {
            while (stream.Read(buffer) is > 0 and var read)
            {
                if ((_unpacked += read) > MaxUnpacked)
                    throw new UnreadableDocumentException(DocumentProblem.TooLarge);
            }
        }
        catch (InvalidDataException)
        {
            // The filter itself copes with what is broken.
        }
    }

    private sealed class BoundedFlate(IFilter inner, BoundedFilters all) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            all.Count(input);
            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }
}
