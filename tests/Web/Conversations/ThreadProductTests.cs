using System.Globalization;
using Bunit;
using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Conversations;
using CustomerService.Core.Lookups;
using CustomerService.Core.Search;
using CustomerService.Data.Staff;
using CustomerService.Testing;
using CustomerService.Web.Features.Conversations;
using CustomerService.Web.Features.Conversations.Context;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CustomerService.Web.Tests.Conversations;

public sealed class ThreadProductTests : BunitContext, IAsyncLifetime
{
    private readonly ManualTimeProvider _clock = new();
    private readonly InMemoryConversations _store;

    public ThreadProductTests()
    {
        var feed = new ConversationFeed();
        _store = new(_clock, feed);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        Services.AddLogging().AddLocalization().AddSingleton<TimeProvider>(_clock);
        Services.AddSingleton(Shop.Catalog() as IProductCatalog).AddSingleton(Shop.Customers() as ICustomerDirectory);
        Services.AddSingleton<IAnswerStore, InMemoryAnswerStore>().AddSingleton<IAnswerRuns>(new AnswerRuns(new ScriptedAnswers(new()), _clock, NullLogger<AnswerRuns>.Instance));
        Services.AddSingleton<IConversationFeed>(feed).AddSingleton<IConversationStore>(_store).AddSingleton<IDeskStore>(_store).AddSingleton<IStaffNames>(_store);
        Services.AddSingleton<IRunningAnswers, OwnAnswers>().AddSingleton<ConversationFollower>();
        Services.AddSingleton(new ShopOptions()).AddSingleton(new LookupOptions()).AddSingleton<LookupRunner>().AddSingleton<QueryResolver>().AddSingleton<ISynonyms, InMemorySynonyms>();
        Services.AddSingleton<Core.Questions.IQuestionReader>(new ReaderStub(Build.Reading()));
        Services.AddScoped<OpenThread>().AddScoped<ThreadContext>().AddScoped<ProductLookups>();
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
    }

    Task IAsyncLifetime.InitializeAsync() => Task.CompletedTask;

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    [Fact]
    public async Task Product_in_view_is_told_by_its_name_in_the_readers_language()
    {
        var thread = _store.Begin();
        await Services.GetRequiredService<OpenThread>().OpenAsync(thread.Id, live: false, CancellationToken.None);

        var shown = Render<ThreadProduct>(p => p.Add(c => c.Id, thread.ProductId!));

        shown.WaitForAssertion(() => Assert.EndsWith("SonicWave Pro", shown.Find("a").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Product_that_is_not_in_the_catalogue_is_told_by_its_number()
    {
        var thread = _store.Begin(productId: "GONE");
        await Services.GetRequiredService<OpenThread>().OpenAsync(thread.Id, live: false, CancellationToken.None);

        var shown = Render<ThreadProduct>(p => p.Add(c => c.Id, thread.ProductId!));

        var context = Services.GetRequiredService<ThreadContext>();
        await Eventually.TrueAsync(() => context.Product.IsRead);
        Assert.EndsWith("GONE", shown.Find("a").TextContent, StringComparison.Ordinal);
    }
}
