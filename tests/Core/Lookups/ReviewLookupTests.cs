using CustomerService.Core.Lookups;
using CustomerService.Core.Reviews;
using CustomerService.Core.Text;
using CustomerService.Testing;
using Microsoft.Extensions.Caching.Memory;
using Xunit;

namespace CustomerService.Core.Tests.Lookups;

public sealed class ReviewLookupTests : IDisposable
{
    private readonly ShopStub _shop = new();
    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = 100 });
    private readonly AnalyzerStub _analyzer = new();

    public ReviewLookupTests()
    {
        _shop.Sells(Build.Product("E001")).Sells(Build.Product("E002"));
        _shop.Reviewed("E001", 5, 4, 1).Reviewed("E002", 3);
    }

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task The_analysis_is_made_from_this_products_reviews()
    {
        var data = Assert.IsType<ReviewData>((await FindAsync()).Data);

        Assert.Equal("E001", data.ProductId);
        var request = Assert.Single(_analyzer.Requests);
        Assert.Equal(("E001", "earphones", 3, Language.Korean), (request.ProductId, request.CategoryId, request.Reviews.Count, request.Language));
    }

    [Fact]
    public async Task The_analysis_holds_until_the_reviews_change()
    {
        var first = (await FindAsync()).Data;
        Assert.Same(first, (await FindAsync()).Data);

        _shop.Reviewed("E001", 2).ReviewVersions["E001"] = 1;

        Assert.NotSame(first, (await FindAsync()).Data);
        Assert.Equal([3, 4], _analyzer.Requests.Select(r => r.Reviews.Count));
    }

    [Fact]
    public async Task Each_language_and_product_has_an_analysis_of_its_own()
    {
        await FindAsync();
        await FindAsync(Language.English);
        await FindAsync(productId: "E002");

        Assert.Equal([("E001", Language.Korean), ("E001", Language.English), ("E002", Language.Korean)],
            _analyzer.Requests.Select(r => (r.ProductId, r.Language)));
    }

    [Fact]
    public async Task Without_reviews_it_is_empty_and_nothing_is_read()
    {
        _shop.Reviews.Clear();

        Assert.Equal(LookupFinding.None(EmptyReason.NoReviews), await FindAsync());
        Assert.Equal(0, _shop.ReviewReads);
        Assert.Empty(_analyzer.Requests);
    }

    [Fact]
    public async Task Without_a_product_it_is_empty()
    {
        var finding = await Lookup().FindAsync(Build.Resolved(_shop, Build.Reading(), []), CancellationToken.None);

        Assert.Equal(LookupFinding.None(EmptyReason.NoProduct), finding);
    }

    [Fact]
    public async Task A_failed_analysis_is_not_kept()
    {
        _analyzer.Broken = true;
        await Assert.ThrowsAsync<IOException>(() => FindAsync());
        _analyzer.Broken = false;

        Assert.NotNull((await FindAsync()).Data);
    }

    private ReviewLookup Lookup() => new(_shop, _analyzer, _cache);

    private Task<LookupFinding> FindAsync(Language language = Language.Korean, string productId = "E001") =>
        Lookup().FindAsync(Build.Resolved(_shop, Build.Reading(), [productId], language: language), CancellationToken.None);

    private sealed class AnalyzerStub : IReviewAnalyzer
    {
        public List<ReviewAnalysisRequest> Requests { get; } = [];
        public bool Broken { get; set; }

        public ValueTask<ReviewAnalysis> AnalyzeAsync(ReviewAnalysisRequest request, CancellationToken cancellationToken)
        {
            if (Broken)
                throw new IOException("broken");
            Requests.Add(request);
            return new(new ReviewAnalysis(request.Tally.Count, request.Reviews.Count, request.Tally.Average, [0, 0, 0, 0, 0], [], []));
        }
    }
}
