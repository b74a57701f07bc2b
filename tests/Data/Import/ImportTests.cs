using System.Globalization;
using System.Text;
using CustomerService.Core.Import;
using CustomerService.Core.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Data.Tests.Import;

/// <summary>Files that come into the catalogue, on both databases.</summary>
public abstract class ImportTests(StoreFixture fixture) : IDisposable
{
    private readonly ImportFiles _files = new();

    private IImporter Importer => fixture.Services.GetRequiredService<IImporter>();
    private IImportStore Runs => fixture.Services.GetRequiredService<IImportStore>();

    public void Dispose()
    {
        _files.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Products_come_in_with_all_that_their_file_tells_and_a_second_time_change_nothing()
    {
        var path = _files.Write("own.csv", "상품번호,상품명,name_en,브랜드,모델명,카테고리,설명,판매가,정가,재고,창고\nTN-1,노바 텐트 2,Nova Tent 2,노바,NT-2,텐트,\"가볍고 <b>튼튼한</b>\n2인용 텐트\",\"129,000\",159000,7,SEOUL\nTN-2,노바 텐트 4,,노바,,텐트,,,,,SEOUL\n");

        var first = await Importer.RunAsync(path);
        var second = await Importer.RunAsync(path);

        Assert.Equal((ImportState.Finished, new ImportCounts(2, 2, 0, 0, 0, 0)), (first.State, first.Counts));
        Assert.Equal(new ImportCounts(2, 0, 0, 2, 0, 0), second.Counts);
        var found = await fixture.Catalog.FindAsync(["TN-1", "TN-2"], default);
        var tent = found[0].Product;
        Assert.Equal((new("노바 텐트 2", "Nova Tent 2"), "노바", "NT-2", 129_000L, 159_000L, "KRW"), (tent.Name, tent.Brand, tent.Model, tent.PriceMinor, tent.ListPriceMinor, tent.Currency));
        Assert.Equal("가볍고 튼튼한\n2인용 텐트", tent.Description.Ko);
        Assert.Equal((7, false, "텐트"), (found[0].Available, found[0].HasUnknownStock, found[0].Category.Name.Ko));
        Assert.Equal((null, null, true), (found[1].Product.PriceMinor, found[1].Available, found[1].HasUnknownStock));
        Assert.Contains(await fixture.Catalog.SearchAsync("노바텐트", 5, default), h => h.ProductId == "TN-1");
    }

    [Fact]
    public async Task Variants_make_the_price_the_stock_and_the_options_of_their_product()
    {
        var path = _files.Write("shopify.csv", """
            Handle,Title,Body (HTML),Vendor,Type,Published,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Variant Compare At Price
            vt-shirt,Ocean Shirt,<p>Cotton &amp; linen</p>,Sea,Shirts,true,Size,Small,VT-S,shopify,3,"20.50",25.00
            vt-shirt,,,,,,,Medium,VT-M,shopify,-2,22.50,
            vt-shirt,,,,,,,Large,VT-L,shopify,4,22.50,
            vt-shirt,,,,,,,,,,,,
            vt-cap,Cap,,Sea,Caps,true,Title,Default Title,,,1,10.00,
            vt-draft,Draft,,Sea,Caps,false,Title,Default Title,,,1,10.00,
            """);

        var run = await Importer.RunAsync(path, ImportChoices.None with { Currency = "USD", WarehouseId = "VTW" });

        Assert.Equal(new ImportCounts(6, 4, 0, 0, 2, 0), run.Counts);
        var found = await fixture.Catalog.FindAsync(["VT-SHIRT", "VT-CAP", "VT-DRAFT"], default);
        Assert.Equal(2, found.Count);
        var shirt = found[0].Product;
        Assert.Equal((2_050L, 2_500L, "USD", true, 7), (shirt.PriceMinor, shirt.ListPriceMinor, shirt.Currency, shirt.HasHigherPrices, found[0].Available));
        Assert.Equal(("Cotton & linen", "Small, Medium, Large"), (shirt.Description.En, shirt.AttributeOf("size")!.Text!.En));
        // Nobody counts it, so the 1 says nothing.
        Assert.Equal((1_000L, null, true), (found[1].Product.PriceMinor, found[1].Available, found[1].HasUnknownStock));

        var stock = await Importer.RunAsync(_files.Write("stock.csv", "sku,warehouse,quantity\nvt-m,VTW,10\nVT-CAP,VTW,\nVT-X,VTW,1\n"));

        Assert.Equal((1, 1, 1), (stock.Counts.Changed, stock.Counts.Unchanged, stock.Counts.Bad));
        Assert.Equal(17, (await fixture.Catalog.FindAsync(["VT-SHIRT"], default))[0].Available);
        var unknown = await Importer.RunAsync(_files.Write("stock2.csv", "sku;warehouse;quantity\nVT-M;VTW;\n"));
        Assert.Equal((1, null), (unknown.Counts.Changed, (await fixture.Catalog.FindAsync(["VT-SHIRT"], default))[0].Available));
    }

    [Theory]
    [InlineData("utf-8", ',')]
    [InlineData("utf-16", '\t')]
    [InlineData("utf-16BE", ';')]
    [InlineData("ks_c_5601-1987", ',')]
    public async Task Reviews_come_in_whatever_the_encoding_and_the_separator(string encoding, char separator)
    {
        var key = $"{encoding}{(int)separator}".ToUpperInvariant();
        await ProductAsync($"RV-{key}");
        var text = $"상품번호,평점,리뷰 내용,작성자,작성일\nRV-{key},100,\"정말 좋아요\n또 살게요\",김*수,2026.03.01\nRV-{key},20,\"금방 \"\"고장\"\"\",이*희,2026.03.02\n".Replace(',', separator);

        var run = await Importer.RunAsync(_files.Write("reviews.txt", text, Encoding.GetEncoding(encoding)));

        Assert.Equal(new ImportCounts(2, 2, 0, 0, 0, 0), run.Counts);
        var sample = await fixture.Reviews.ReadAsync($"RV-{key}", 10, default);
        Assert.Equal([("금방 \"고장\"", 1, "이*희", Language.Korean), ("정말 좋아요\n또 살게요", 5, "김*수", Language.Korean)], sample.Newest.Select(r => (r.Text, r.Stars, r.Author, r.Language)));
        Assert.Equal((1, 0, 1), (sample.Tally.One, sample.Tally.Three, sample.Tally.Five));
        Assert.Equal(new DateTimeOffset(2026, 2, 28, 15, 0, 0, TimeSpan.Zero), sample.Newest[1].WrittenAt);
    }

    [Fact]
    public async Task Reviews_of_JSON_lines_come_in_and_a_correction_moves_the_tally()
    {
        await ProductAsync("JL-1");
        var path = _files.Write("reviews.jsonl", """
            {"asin": "JL-1", "review_id": "jl1", "rating": 4.0, "title": "Good", "text": "Works well", "timestamp": 1588687728923, "helpful_vote": 3, "images": []}
            not json
            {"asin": "JL-1", "review_id": "jl2", "rating": 5.0, "title": "", "text": "Great", "timestamp": 1588687728000, "verified": true}
            {"asin": "NOBODY", "review_id": "jl3", "rating": 5.0, "title": "", "text": "Great"}
            """);

        var run = await Importer.RunAsync(path);

        Assert.Equal(new ImportCounts(4, 2, 0, 0, 0, 2), run.Counts);
        Assert.Equal([(2L, RowFault.NotJson, ""), (4L, RowFault.UnknownProduct, "NOBODY")], (await BadAsync(run)).Select(b => (b.Line, b.Problem.Fault, b.Problem.Value)));
        var again = await Importer.RunAsync(_files.Write("better.jsonl", """{"asin": "JL-1", "review_id": "jl1", "rating": 1, "text": "Broke after a week"}"""));
        Assert.Equal(1, again.Counts.Changed);
        var tally = await fixture.Reviews.TallyAsync("JL-1", default);
        Assert.Equal((1, 0, 1), (tally.One, tally.Four, tally.Five));
    }

    [Fact]
    public async Task Bad_rows_are_told_in_a_file_that_can_be_corrected_and_fed_again()
    {
        var path = _files.Write("mixed.csv", "product_id,name,price,quantity\nBR-1,Lamp,10000,5\nBR-2,Lamp two,ten,5\n,Nameless,1,1\nBR-3,\"Lamp \"three\"\",1,1\nBR-4,=1+1,12000,5\nBR-5,\"Never closed,1,1\nBR-6,Lamp six,6000,2\nBR-7,Cut");

        var run = await Importer.RunAsync(path);

        Assert.Equal(new ImportCounts(8, 3, 0, 0, 0, 5), run.Counts);
        var bad = await BadAsync(run);
        Assert.Equal(
            [(3L, RowFault.NotAnAmount, "price"), (4L, RowFault.Missing, "product_id"), (5L, RowFault.TextAfterQuote, ""), (7L, RowFault.QuoteNotClosed, ""), (9L, RowFault.TooFewCells, "price")],
            bad.Select(b => (b.Line, b.Problem.Fault, b.Problem.Column)));
        await using var output = new StringWriter();
        await BadRowFile.WriteAsync(output, await Runs.HeadersAsync(run.Id, default), Runs.BadRowsAsync(run.Id, default), "mixed.csv", Language.English, default);
        Assert.StartsWith("product_id,name,price,quantity,file,line,column,reason\r\nBR-2,Lamp two,ten,5,mixed.csv,3,price,", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(["BR-1", "BR-4", "BR-6"], (await fixture.Catalog.FindAsync(["BR-1", "BR-2", "BR-3", "BR-4", "BR-5", "BR-6", "BR-7"], default)).Select(p => p.Product.Id));

        var corrected = await Importer.RunAsync(_files.Write("corrected.csv", string.Join("\r\n", output.ToString().Split("\r\n").Take(2)).Replace("ten", "9000", StringComparison.Ordinal)));
        Assert.Equal(new ImportCounts(1, 1, 0, 0, 0, 0), corrected.Counts);
    }

    [Fact]
    public async Task Import_that_is_stopped_goes_on_where_it_was_and_counts_each_row_once()
    {
        await ProductAsync("ST-1");
        var text = new StringBuilder("product_id,review_id,rating,text\n");
        for (var i = 0; i < 25_000; i++)
            text.Append(CultureInfo.InvariantCulture, $"ST-1,ST-{i},{(i % 1_000 == 0 ? 9 : i % 5 + 1)},Text number {i}\n");
        var path = _files.Write("many.csv", text.ToString());
        var choices = ImportChoices.None with { Scale = 5 };
        using var stop = new CancellationTokenSource();

        var stopped = await Importer.RunAsync(path, choices, progress: r => Stop(r, 10_000), cancellationToken: stop.Token);

        Assert.Equal((ImportState.Stopped, 10_000L), (stopped.State, stopped.Counts.Rows));
        Assert.Equal(stopped.Id, (await Importer.LookAsync(path, choices, default)).Unfinished?.Id);
        Assert.Equal(9_990, (await fixture.Reviews.TallyAsync("ST-1", default)).Count);
        var ended = await Importer.RunAsync(path, choices, stopped.Id);
        Assert.Equal((stopped.Id, ImportState.Finished, new ImportCounts(25_000, 24_975, 0, 0, 0, 25)), (ended.Id, ended.State, ended.Counts));
        Assert.Equal(24_975, (await fixture.Reviews.TallyAsync("ST-1", default)).Count);
        Assert.Equal(25, (await BadAsync(ended)).Count);
        Assert.Null((await Importer.LookAsync(path, choices, default)).Unfinished);
        Assert.Null(await Importer.RunAsync(path, path, "", choices, ended.Id, _ => { }, default));

        void Stop(ImportRun run, long at)
        {
            if (run.Counts.Rows >= at)
                stop.Cancel();
        }
    }

    [Fact]
    public async Task Same_reviews_imported_by_several_at_once_are_there_once()
    {
        await ProductAsync("RC-1");
        var path = _files.Write("race.csv", "product_id,review_id,rating,text\n" + string.Concat(Enumerable.Range(0, 300).Select(i => $"RC-1,RC-{i},{i % 5 + 1},Text {i}\n")));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Importer.RunAsync(path))));

        Assert.Equal(300, (await fixture.Reviews.TallyAsync("RC-1", default)).Count);
    }

    [Fact]
    public async Task Dry_run_tells_what_would_be_and_writes_nothing()
    {
        var path = _files.Write("dry.csv", "product_id,name,price\nE001,Another name,1\nDR-1,New,5\nDR-2,Wrong,x\n");
        var before = (await fixture.Catalog.FindAsync(["E001"], default))[0].Product.Name;

        var dry = await Importer.TryAsync(path, ImportChoices.None, _ => { }, default);

        Assert.Equal(new ImportCounts(3, 1, 1, 0, 0, 1), dry.Counts);
        Assert.Equal(RowFault.NotAnAmount, Assert.Single(dry.Bad).Problem.Fault);
        Assert.Equal(before, Assert.Single(await fixture.Catalog.FindAsync(["E001", "DR-1"], default)).Product.Name);
    }

    [Fact]
    public async Task Customers_come_in_and_what_their_file_does_not_tell_stays()
    {
        var path = _files.Write("customers.csv", "회원번호,고객명,언어,용도\nCU-9,김하나,ko,캠핑\n");

        await Importer.RunAsync(path);
        var second = await Importer.RunAsync(_files.Write("more.csv", "customer_id,customer_name\nCU-9,김하나\nCU-10,Ann Lee\n"));

        Assert.Equal(new ImportCounts(2, 1, 0, 1, 0, 0), second.Counts);
        Assert.Equal("캠핑", (await fixture.Customers.FindAsync("CU-9", default))!.Profile.UseCase);
        Assert.Equal(Language.English, (await fixture.Customers.FindAsync("CU-10", default))!.Language);
    }

    [Fact]
    public async Task Review_with_the_number_of_one_of_another_product_is_a_bad_row()
    {
        await ProductAsync("OP-1");
        await ProductAsync("OP-2");
        var run = await Importer.RunAsync(_files.Write("other.csv", "product_id,review_id,rating,text\nOP-1,OP-R,5,Fine\nOP-2,OP-R,1,Not fine\n"));

        Assert.Equal((1, RowFault.OfAnotherProduct), (run.Counts.Added, Assert.Single(await BadAsync(run)).Problem.Fault));
    }

    private async Task ProductAsync(string id) => await Importer.RunAsync(_files.Write($"{id}.csv", $"product_id,name\n{id},Product {id}\n"));

    private async Task<List<BadRow>> BadAsync(ImportRun run) => await Runs.BadRowsAsync(run.Id, default).ToListAsync();
}

public sealed class ImportOnSqliteTests(SqliteStore store) : ImportTests(store), IClassFixture<SqliteStore>;

public sealed class ImportOnPostgreSqlTests(PostgreSqlStore store) : ImportTests(store), IClassFixture<PostgreSqlStore>;
