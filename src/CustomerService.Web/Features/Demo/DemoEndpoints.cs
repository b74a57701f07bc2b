using System.Globalization;
using CustomerService.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CustomerService.Web.Features.Demo;

/// <summary>
/// The pages of the demo store. They are plain documents without a circuit or a script of their own, so they are results of
/// endpoints and not pages of the workspace's router.
/// </summary>
public static class DemoEndpoints
{
    public const string Path = "/demo";

    private const int MaxPage = 1_000_000;

    /// <summary>Sends the store's pages compressed. They hold nothing secret that the size of an answer could give away.</summary>
    public static void UseDemoStore(this IApplicationBuilder app) =>
        app.UseWhen(context => context.Request.Path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase), static demo => demo.UseResponseCompression());

    /// <summary>Maps the store where <c>Demo:Enabled</c> is true; elsewhere its addresses lead nowhere.</summary>
    public static void MapDemoStore(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<DemoOptions>().Enabled)
            return;
        var demo = app.MapGroup(Path).ExcludeFromDescription().AllowAnonymous();
        demo.MapGet("", FrontAsync);
        demo.MapGet("/products/{productId}", ProductAsync);
        demo.MapGet("/{**elsewhere}", static () => NotFound(null));
    }

    private static async Task<RazorComponentResult> FrontAsync(
        Storefront store, CancellationToken cancellationToken, string? q = null, string? category = null, string? page = null)
    {
        var search = q?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, Browsing.MaxSearchLength)] : null;
        var wanted = new Browsing(search, string.IsNullOrEmpty(category) ? null : category, Number(page));
        return await store.FrontAsync(wanted, cancellationToken) is { } view ? Page<FrontPage>(("View", view)) : NotFound(null);
    }

    private static async Task<RazorComponentResult> ProductAsync(
        string productId, Storefront store, CancellationToken cancellationToken, string? reviews = null) =>
        await store.ProductAsync(productId.ToUpperInvariant(), Number(reviews), cancellationToken) is { } view
            ? Page<ProductPage>(("View", view))
            : NotFound(productId);

    private static RazorComponentResult NotFound(string? productId)
    {
        var page = Page<NothingHerePage>(("ProductId", productId));
        page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }

    private static RazorComponentResult Page<T>((string Name, object? Value) parameter)
        where T : IComponent => new(typeof(T), new Dictionary<string, object?> { [parameter.Name] = parameter.Value });

    private static int Number(string? page) =>
        int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Clamp(number, 1, MaxPage) : 1;
}
