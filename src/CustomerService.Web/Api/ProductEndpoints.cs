using CustomerService.Core.Catalog;

namespace CustomerService.Web.Api;

/// <summary><c>/api/products</c>.</summary>
internal static class ProductEndpoints
{
    private const int MaxPageSize = 100;
    private const int MaxSearchLength = 200;
    private const int MaxPage = 1_000_000;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/products", ListAsync)
            .Produces<ProductPageMessage>()
            .ProducesValidationProblem()
            .WithSummary("One page of the catalogue, or of what a search in Korean or English finds.");
        api.MapGet("/products/{productId}", FindAsync)
            .Produces<ProductMessage>()
            .ProducesProblem(StatusCodes.Status404NotFound)
            .WithSummary("A product with its data sheet.");
    }

    private static async Task<IResult> ListAsync(
        IProductCatalog catalog, CancellationToken cancellationToken, string? search = null, string? page = null, string? pageSize = null)
    {
        var errors = new Dictionary<string, string[]>();
        var number = Number(page, 1, MaxPage, "page");
        var size = Number(pageSize, 20, MaxPageSize, "pageSize");
        if (search?.Length > MaxSearchLength)
            errors["search"] = [$"Must have at most {MaxSearchLength} characters."];
        if (errors.Count > 0)
            return TypedResults.ValidationProblem(errors, title: "The request has wrong values");

        var found = await catalog.ListAsync(string.IsNullOrWhiteSpace(search) ? null : search, categoryId: null, number, size, cancellationToken).ConfigureAwait(false);
        return TypedResults.Json(
            new ProductPageMessage([.. found.Items.Select(ProductMessage.Of)], found.Number, found.Size, found.Total), ApiFormat.Json.ProductPageMessage);

        int Number(string? text, int otherwise, int max, string name)
        {
            if (string.IsNullOrEmpty(text))
                return otherwise;
            if (int.TryParse(text, out var value) && value >= 1 && value <= max)
                return value;
            errors[name] = [$"Must be a whole number from 1 to {max}."];
            return otherwise;
        }
    }

    private static async Task<IResult> FindAsync(string productId, IProductCatalog catalog, CancellationToken cancellationToken)
    {
        var found = await catalog.FindAsync([productId.ToUpperInvariant()], cancellationToken).ConfigureAwait(false);
        return found is [var entry, ..] ? TypedResults.Json(ProductMessage.Of(entry), ApiFormat.Json.ProductMessage) : ApiProblems.NotFound("product", productId);
    }
}
