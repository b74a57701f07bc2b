using System.Text.Json.Nodes;
using Xunit;

namespace CustomerService.Cli.Tests;

public sealed class ImportTests(Shop shop) : IClassFixture<Shop>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("import-tests-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Files_come_in_products_first_and_can_be_asked_about()
    {
        var reviews = Write("reviews.csv", "product_id,rating,text\nTENT-1,9,텐트가 정말 가벼워요\nTENT-1,3,비가 새요\n");
        var products = Write("products.csv", "상품번호,상품명,판매가,재고\nTENT-1,코리 돔 텐트,99000,4\n");

        var import = await shop.RunAsync("import", reviews, products);

        Assert.Equal("", import.ExitCode == 0 ? "" : import.Output + import.Error);
        Assert.Contains("products.csv: 1 added", import.Output, StringComparison.Ordinal);
        Assert.Contains("reviews.csv: 2 added", import.Output, StringComparison.Ordinal);
        Assert.Contains("Ratings are of 10 points", import.Output, StringComparison.Ordinal);
        var ask = await shop.RunAsync("ask", "코리 돔 텐트 얼마예요? 재고 있나요?");
        Assert.Contains("99,000원", ask.Output, StringComparison.Ordinal);
        Assert.Contains("4개", ask.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_row_ends_with_1_and_lies_in_a_file_beside()
    {
        var import = await shop.RunAsync("import", Write("lamps.csv", "product_id,name,price\nLAMP-1,Lamp,5000\nLAMP-2,Lamp,ten\n"), "--json");

        Assert.Equal(1, import.ExitCode);
        var result = JsonNode.Parse(import.Output)![0]!;
        Assert.Equal((1L, 1L), ((long)result["counts"]!["added"]!, (long)result["counts"]!["bad"]!));
        Assert.Contains("LAMP-2,Lamp,ten,lamps.csv,3,price", await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "lamps.errors.csv")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dry_run_leaves_the_shop_as_it_is_and_columns_can_be_named_by_hand()
    {
        var file = Write("odd.csv", "Nr,Bezeichnung\nODD-1,Something\n");

        Assert.Equal(2, (await shop.RunAsync("import", file)).ExitCode);
        var dry = await shop.RunAsync("import", file, "--map", "ProductId=Nr", "Name=Bezeichnung", "--dry-run");

        Assert.Equal(0, dry.ExitCode);
        Assert.Contains("would be 1 added", dry.Output, StringComparison.Ordinal);
        Assert.Equal(2, (await shop.RunAsync("ask", "Price?", "-p", "ODD-1")).ExitCode);
    }

    [Theory]
    [InlineData("--map", "Nonsense=x")]
    [InlineData("--currency", "EURO")]
    [InlineData("--scale", "7")]
    public async Task Wrong_choice_is_refused(string option, string value) =>
        Assert.Equal(2, (await shop.RunAsync("import", Write("some.csv", "product_id,name\nA,B\n"), option, value)).ExitCode);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
