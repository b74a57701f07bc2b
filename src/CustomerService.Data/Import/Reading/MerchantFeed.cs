using System.Text;
using System.Xml;
using CustomerService.Core.Import;

namespace CustomerService.Data.Import.Reading;

/// <summary>The items of a feed for Google Merchant Center (RSS 2.0 or Atom), as rows. No entity is expanded that the file defines, and nothing is fetched.</summary>
internal sealed class MerchantFeed : IDisposable
{
    private const int MaxValue = 100_000;
    private const int MaxDepth = 32;
    private static readonly string[] Names =
        ["id", "item_group_id", "title", "description", "link", "price", "sale_price", "brand", "mpn", "gtin", "product_type", "google_product_category", "availability", "quantity", "condition", "color", "size", "material", "pattern", "gender", "age_group"];

    private readonly XmlReader _xml;
    private bool _hasEnded;

    public MerchantFeed(TextReader text) => _xml = XmlReader.Create(new BoundedMarkup(text), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CloseInput = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    });

    public static IReadOnlyList<string> Headers => Names;

    public FileRow? Read()
    {
        if (_hasEnded)
            return null;
        try
        {
            while (_xml.Read())
            {
                if (_xml is { NodeType: XmlNodeType.Element, LocalName: "item" or "entry" } && Line is var line)
                    return new(line, Item(), null);
            }

            _hasEnded = true;
            return null;
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            _hasEnded = true;
            // The framework tells of a document type by its message alone.
            if (e.Message.Contains("DTD", StringComparison.Ordinal))
                throw new ImportFileException(new(FileFault.XmlForbidden, ""));
            return FileRow.Broken(Line, RowFault.XmlBroken, "");
        }
    }

    public void Dispose() => _xml.Dispose();

    private int Line => ((IXmlLineInfo)_xml).LineNumber;

    private string[] Item()
    {
        var cells = new string[Names.Length];
        Array.Fill(cells, "");
        if (_xml.IsEmptyElement)
            return cells;
        var depth = _xml.Depth;
        while (_xml.Read() && _xml.Depth > depth)
        {
            if (_xml.Depth > depth + MaxDepth)
                throw new InvalidDataException("An item is nested too deeply.");
            if (_xml.NodeType != XmlNodeType.Element || _xml.Depth != depth + 1 || _xml.IsEmptyElement)
                continue;
            var column = Array.IndexOf(Names, _xml.LocalName);
            if (column >= 0 && cells[column].Length == 0)
                cells[column] = Value(depth + 1);
        }

        return cells;
    }

    private string Value(int depth)
    {
        var value = new StringBuilder();
        while (_xml.Read() && _xml.Depth > depth)
        {
            if (_xml.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace))
                continue;
            value.Append(_xml.Value);
            if (value.Length > MaxValue + 1)
                value.Length = MaxValue + 1;
        }

        return value.ToString();
    }

    /// <summary>Ends a text in which a name or value never ends, before it fills the memory.</summary>
    private sealed class BoundedMarkup(TextReader text) : TextReader
    {
        private int _since;

        public override int Read(char[] buffer, int index, int count)
        {
            var read = text.Read(buffer, index, count);
            var last = buffer.AsSpan(index, read).LastIndexOf('>');
            _since = last < 0 ? _since + read : read - last;
            return _since <= BoundedLines.MaxCharacters ? read : throw new InvalidDataException("A name or value never ends.");
        }

        public override int Peek() => text.Peek();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                text.Dispose();
            base.Dispose(disposing);
        }
    }
}
