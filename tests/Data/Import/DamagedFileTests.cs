using System.IO.Compression;
using System.Text;
using CustomerService.Core.Catalog;
using CustomerService.Core.Import;
using CustomerService.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Data.Tests.Import;

/// <summary>Files of shop systems as they are, and what is left of them when they are damaged.</summary>
public sealed class DamagedFileTests(SqliteStore fixture) : IClassFixture<SqliteStore>, IDisposable
{
    private const int LongLine = 100 * 1024 * 1024;

    private readonly ImportFiles _files = new();

    private IImporter Importer => fixture.Services.GetRequiredService<IImporter>();

    public void Dispose() => _files.Dispose();

    [SharedDataTheory]
    [InlineData("shopify-products.csv", "CLASSIC-VARSITY-TOP", "Classic Varsity Top", 6_000L, 20)]
    [InlineData("woocommerce-products.csv", "CC-HOODIE", "Hoodie", 4_200L, 16)]
    [InlineData("google-merchant.xml", "CELEBIRD-EG-VARIANTS-APPAREL-UPI-001", "Diesel Men's Black Stainless-Steel Analog Watch with Black Dial", 10_529L, 2)]
    public async Task Sample_of_a_shop_system_comes_in_without_a_hand_on_it(string name, string id, string title, long cents, int least)
    {
        await using var shop = await ShopAsync();
        var (importer, catalog) = (shop.GetRequiredService<IImporter>(), shop.GetRequiredService<IProductCatalog>());

        var run = await importer.RunAsync(Sample(name));

        Assert.Equal((ImportState.Finished, 0L), (run.State, run.Counts.Bad));
        Assert.True(run.Counts.Added >= least, $"{run.Counts}");
        var product = (await catalog.FindAsync([id], default))[0].Product;
        Assert.Equal((title, product.Currency == "KRW" ? cents / 100 : cents), (product.Name.En, product.PriceMinor));
        Assert.Contains(await catalog.SearchAsync(title, 5, default), h => h.ProductId == id);
        var again = await importer.RunAsync(Sample(name));
        Assert.Equal((0L, 0L, 0L), (again.Counts.Added, again.Counts.Changed, again.Counts.Bad));
    }

    [SharedDataTheory]
    [InlineData("shopify-products.csv")]
    [InlineData("woocommerce-products.csv")]
    [InlineData("google-merchant.xml")]
    public async Task File_that_is_cut_off_anywhere_brings_in_what_is_whole_and_tells_where_it_ends(string name)
    {
        var (bytes, whole) = (await File.ReadAllBytesAsync(Sample(name)), await NamesAsync(Sample(name)));
        for (var length = 0; length < bytes.Length; length += bytes.Length / 37)
        {
            await using var shop = await ShopAsync();
            var path = _files.Write(name, bytes.AsSpan(0, length));
            var importer = shop.GetRequiredService<IImporter>();
            if ((await importer.LookAsync(path, ImportChoices.None, default)).Problem is { } problem)
            {
                Assert.NotEmpty(problem.In(Core.Text.Language.Korean));
                continue;
            }

            var run = await importer.RunAsync(path);
            Assert.Equal(ImportState.Finished, run.State);
            Assert.True(bytes[length - 1] == '\n' || run.Counts.Bad > 0 || run.Counts.Rows == run.Counts.Added + run.Counts.Skipped, $"{name} at {length}: {run.Counts}");
            await using var context = await shop.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
            Assert.Subset(whole, (await context.Products.Select(p => p.Name.En).ToListAsync()).ToHashSet());
        }
    }

    [SharedDataTheory]
    [InlineData("shopify-products.csv", "utf-16", 0)]
    [InlineData("woocommerce-products.csv", "utf-16BE", 0)]
    [InlineData("woocommerce-products.csv", "ks_c_5601-1987", 0)]
    [InlineData("google-merchant.xml", "utf-16", 0)]
    public async Task File_in_another_encoding_comes_in_all_the_same(string name, string encoding, long bad)
    {
        var bytes = Encoding.GetEncoding(encoding).GetBytes(await File.ReadAllTextAsync(Sample(name)));

        var run = await Importer.RunAsync(_files.Write(name, bytes));

        Assert.Equal((ImportState.Finished, bad), (run.State, run.Counts.Bad));
    }

    [SharedDataTheory]
    [InlineData("shopify-products.csv", "Handle", "Variant Price")]
    [InlineData("shopify-products.csv", "Handle", "Title")]
    [InlineData("woocommerce-products.csv", "ID", "Name")]
    [InlineData("woocommerce-products.csv", "Regular price", "Name")]
    [InlineData("woocommerce-products.csv", "Type", "SKU")]
    public async Task Columns_whose_headers_are_swapped_bring_in_nothing_wrong(string name, string one, string other)
    {
        var text = await File.ReadAllTextAsync(Sample(name));
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        var headers = $",{text[..end].TrimEnd('\r')},".Replace($",{one},", ",\u0001,", StringComparison.Ordinal).Replace($",{other},", $",{one},", StringComparison.Ordinal).Replace("\u0001", other, StringComparison.Ordinal);
        await using var shop = await ShopAsync();

        var run = await shop.GetRequiredService<IImporter>().RunAsync(_files.Write(name, headers[1..^1] + text[end..]));

        await using var context = await shop.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        Assert.Subset(await NamesAsync(Sample(name)), (await context.Products.Select(p => p.Name.En).ToListAsync()).ToHashSet());
        Assert.True(run.Counts.Bad > run.Counts.Added, $"{run.Counts}");
    }

    [Fact]
    public async Task Hundred_megabytes_in_a_line_are_told_and_the_rows_around_them_come_in()
    {
        var path = _files.Write("long.csv", "product_id,name\nLL-1,Before\n");
        await AppendAsync(path, 'x', "\nLL-2,After\n");

        var run = await Importer.RunAsync(path);

        Assert.Equal(new ImportCounts(3, 2, 0, 0, 0, 1), run.Counts);
        var bad = Assert.Single(await fixture.Services.GetRequiredService<IImportStore>().BadRowsAsync(run.Id, default).ToListAsync());
        Assert.Equal((3L, RowFault.LineTooLong, 200), (bad.Line, bad.Problem.Fault, bad.Problem.Value.Length));
    }

    [Theory]
    [InlineData("quoted.csv", "product_id,name\nLQ-1,Before\nLQ-2,\"", 'x', 1L)]
    [InlineData("commas.csv", "product_id,name\nLC-1,Before\n", ',', 1L)]
    [InlineData("lines.jsonl", "{\"product_id\": \"LJ-1\", \"name\": \"Before\"}\n{\"name\": \"", 'x', 1L)]
    [InlineData("feed.xml", "<rss xmlns:g=\"g\"><item><g:id>LX-1</g:id><title>Before</title></item><item><g:id>LX-2</g:id><title>", 'x', 1L)]
    public async Task Hundred_megabytes_that_never_end_are_told_and_what_came_before_is_in(string name, string beginning, char filling, long added)
    {
        var path = _files.Write(name, beginning);
        await AppendAsync(path, filling, "");

        var run = await Importer.RunAsync(path);

        Assert.Equal((added, 1L), (run.Counts.Added, run.Counts.Bad));
    }

    [Theory]
    [InlineData("header.csv", "x", FileFault.NoHeaders)]
    [InlineData("feed.xml", "<", FileFault.NotAFeed)]
    [InlineData("zeros.csv", "\0", FileFault.NotText)]
    public async Task Hundred_megabytes_of_nothing_are_refused(string name, string filling, FileFault fault)
    {
        var path = _files.Write(name, filling);
        await AppendAsync(path, filling[0] == '<' ? 'x' : filling[0], "");

        Assert.Equal(fault, (await Importer.LookAsync(path, ImportChoices.None, default)).Problem?.Fault);
        await Assert.ThrowsAsync<ImportFileException>(() => Importer.RunAsync(path));
    }

    [Fact]
    public async Task Archives_entities_and_strangers_are_refused_with_a_reason()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = archive.CreateEntry("products.csv").Open();
            await entry.WriteAsync("product_id,name\nZ,Z\n"u8.ToArray());
        }

        const string Bomb = """<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><rss><item><id>B</id><title>&lol2;</title></item></rss>""";
        await RefusedAsync(_files.Write("a.csv", zip.ToArray()), FileFault.Archive);
        await RefusedAsync(_files.Write("b.xml", Bomb), FileFault.XmlForbidden);
        await RefusedAsync(_files.Write("c.xml", "<html><body>Hello</body></html>"), FileFault.NotAFeed);
        await RefusedAsync(_files.Write("d.csv", ""), FileFault.Empty);
        await RefusedAsync(_files.Write("e.csv", "a,b,c\n1,2,3\n"), FileFault.NotRecognised);
        await RefusedAsync(_files.Write("f.csv", "product_id,rating,text\n"), FileFault.Empty);
        await RefusedAsync(_files.Write("g.csv", "name,price\nLamp,5\n"), FileFault.MissingColumns);
        await RefusedAsync(_files.Write("h.csv", "product_id,name,price\nX,Lamp,5.99\n"), FileFault.CurrencyUnknown);
        await RefusedAsync(_files.Write("i.csv", "product_id,name,price\nX,Lamp,5\n"), FileFault.WrongChoice, ImportChoices.None with { Columns = new Dictionary<ImportField, string?> { [ImportField.Brand] = "Maker" } });
    }

    [Fact]
    public async Task Row_with_bytes_that_are_none_of_the_encoding_is_told_and_the_others_come_in()
    {
        byte[] bytes = [.. "product_id,name\nNB-1,전등 하나\nNB-2,전등"u8, 0xFF, 0xC0, .. "\nNB-3,전등 셋\nNB-4,전등 넷\n"u8];

        var run = await Importer.RunAsync(_files.Write("bytes.csv", bytes));

        Assert.Equal((3L, 1L), (run.Counts.Added, run.Counts.Bad));
    }

    private async Task RefusedAsync(string path, FileFault fault, ImportChoices? choices = null)
    {
        var preview = await Importer.LookAsync(path, choices ?? ImportChoices.None, default);
        Assert.Equal(fault, preview.Problem?.Fault);
        Assert.NotEqual(preview.Problem!.In(Core.Text.Language.Korean), preview.Problem.In(Core.Text.Language.English));
    }

    private static async Task AppendAsync(string path, char filling, string end)
    {
        await using var file = File.Open(path, FileMode.Append);
        var block = new byte[1024 * 1024];
        Array.Fill(block, (byte)filling);
        for (var i = 0; i < LongLine; i += block.Length)
            await file.WriteAsync(block);
        await file.WriteAsync(Encoding.UTF8.GetBytes(end));
    }

    private static string Sample(string name) => Path.Combine(SharedData.Path, "formats", name);

    private async Task<HashSet<string>> NamesAsync(string path)
    {
        await using var shop = await ShopAsync();
        await shop.GetRequiredService<IImporter>().RunAsync(path);
        await using var context = await shop.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContextAsync();
        return (await context.Products.Select(p => p.Name.En).ToListAsync()).ToHashSet();
    }

    /// <summary>An empty shop.</summary>
    private async Task<ServiceProvider> ShopAsync()
    {
        var path = _files.Write($"{Guid.CreateVersion7():N}.db", "");
        return await StoreFixture.StartAsync(new() { Provider = StorageProvider.Sqlite, ConnectionString = $"Data Source={path};Pooling=False" }, fixture.Clock);
    }
}
