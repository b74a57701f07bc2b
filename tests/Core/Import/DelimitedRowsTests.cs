using CustomerService.Core.Import;
using Xunit;

namespace CustomerService.Core.Tests.Import;

public sealed class DelimitedRowsTests
{
    [Theory]
    [InlineData("a,b\r\nc,d\r\n", "a|b", "c|d")]
    [InlineData("a,\"b,\"\"c\"\"\nd\",e\rf,,\n", "a|b,\"c\"\nd|e", "f||")]
    [InlineData("5\" screen,\"\",x\n\n\n\"y\" ,z,", "5\" screen||x", "y|z|")]
    public void Rows_are_read_as_they_were_written(string text, params string[] rows) =>
        Assert.Equal(rows, Read(text).Select(r => string.Join('|', r.Cells)));

    [Theory]
    [InlineData("a,b\n1,\"open\n2,x\n3,y\n", RowFault.QuoteNotClosed)]
    [InlineData("a,b\n1,\"in\" out\n2,x\n3,y\n", RowFault.TextAfterQuote)]
    [InlineData("a,b\n1,\"open\n2,\"x\n3,y\n", RowFault.TextAfterQuote)]
    public void Broken_row_costs_its_own_line_only(string text, RowFault fault)
    {
        var rows = Read(text);

        Assert.Equal((2L, fault), (rows[1].Line, rows[1].Problem!.Fault));
        Assert.Equal((4L, "3|y"), (rows[^1].Line, string.Join('|', rows[^1].Cells)));
    }

    [Fact]
    public void Line_that_is_too_long_is_told_and_the_next_one_read()
    {
        var rows = Read($"a,b\n{new string('x', DelimitedRows.MaxCharacters + 1)}\n1,2\n");

        Assert.Equal([null, RowFault.LineTooLong, null], rows.Select(r => r.Problem?.Fault));
        Assert.Equal(3, rows[2].Line);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-5", "-5")]
    [InlineData("+82 10", "'+82 10")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("a,\"b\"", "\"a,\"\"b\"\"\"")]
    public void No_cell_that_is_written_is_a_formula(string cell, string written) =>
        Assert.Equal($"{written},x\r\n", Csv.Row([cell, "x"]));

    private static List<FileRow> Read(string text)
    {
        var (rows, read) = (new DelimitedRows(new StringReader(text), ','), new List<FileRow>());
        while (rows.Read() is { } row)
            read.Add(row);
        return read;
    }
}
