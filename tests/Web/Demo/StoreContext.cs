using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Bunit;
using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Testing;
using CustomerService.Web.Features.Demo;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CustomerService.Web.Tests.Demo;

/// <summary>The demo store's pages, rendered whole as the server does it, over a shop in memory.</summary>
public abstract class StoreContext : BunitContext, IAsyncLifetime
{
    protected StoreContext()
    {
        Services.AddLocalization();
        Services.AddLogging();
        Services.AddSingleton<EndpointDataSource>(new DefaultEndpointDataSource());
        Services.AddSingleton<IProductCatalog>(Shop);
        Services.AddSingleton<IReviewSource>(Shop);
        Services.AddSingleton<IStockSource>(Shop);
        Services.AddSingleton<TimeProvider>(new ManualTimeProvider());
        Services.AddSingleton(new ShopOptions());
        Services.AddDemoStore();
        Speak("en");
    }

    protected ShopStub Shop { get; } = new();

    protected Storefront Store => Services.GetRequiredService<Storefront>();

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    protected static void Speak(string culture) =>
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);

    protected async Task<IDocument> ProductAsync(string productId, int reviewPage = 1) =>
        await RenderAsync<ProductPage>("View", await Store.ProductAsync(productId, reviewPage, CancellationToken.None));

    protected async Task<IDocument> FrontAsync(string? search = null, string? category = null, int page = 1) =>
        await RenderAsync<FrontPage>("View", await Store.FrontAsync(new(search, category, page), CancellationToken.None));

    protected async Task<IDocument> RenderAsync<T>(string parameter, object? value)
        where T : IComponent =>
        await RenderAsync<T>(new Dictionary<string, object?> { [parameter] = value });

    protected async Task<IDocument> RenderAsync<T>(Dictionary<string, object?> parameters)
        where T : IComponent
    {
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return await new HtmlParser().ParseDocumentAsync(html);
    }

    /// <summary>The words of an element, with single spaces.</summary>
    protected static string Words(IDocument page, string selector) =>
        string.Join(' ', page.QuerySelector(selector)!.Descendants<IText>().SelectMany(t => t.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
