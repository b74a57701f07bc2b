using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Configuration;
using CustomerService.Core.Conversations;
using CustomerService.Core.Documents;
using CustomerService.Core.Evaluation;
using CustomerService.Core.Import;
using CustomerService.Core.Search;
using CustomerService.Core.Suggestions;
using CustomerService.Core.Usage;
using CustomerService.Data.Answers;
using CustomerService.Data.Catalog;
using CustomerService.Data.Conversations;
using CustomerService.Data.Demo;
using CustomerService.Data.Documents;
using CustomerService.Data.Evaluation;
using CustomerService.Data.Import;
using CustomerService.Data.Nodes;
using CustomerService.Data.Search;
using CustomerService.Data.Staff;
using CustomerService.Data.Start;
using CustomerService.Data.Usage;
using CustomerService.Data.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CustomerService.Data;

public static class DataServiceCollectionExtensions
{
    /// <summary>The same, with its options out of the configuration.</summary>
    public static IServiceCollection AddData(this IServiceCollection services, Settings settings)
    {
        var storage = settings.Read<StorageOptions>(StorageOptions.SectionName);
        foreach (var problem in storage.Problems())
            settings.Refuse(problem.Key, problem.Message);
        return services.AddData(storage, settings.Read<DemoOptions>(DemoOptions.SectionName));
    }

    /// <summary>Everything that reads and writes the database; keeping usage needs the <see cref="ShopOptions"/> of the floor below. Await <see cref="IStorageStart.RunAsync"/> before it is used.</summary>
    public static IServiceCollection AddData(this IServiceCollection services, StorageOptions storage, DemoOptions demo)
    {
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(storage);
        services.AddSingleton(demo);
        services.AddPooledDbContextFactory<SupportDbContext>(storage.Configure);
        return services.AddCatalog().AddWhatIsWritten().AddStaff().AddStorageStart().AddNodes(storage.Provider);
    }

    private static IServiceCollection AddCatalog(this IServiceCollection services) => services
        .AddSingleton<CategoryCache>()
        .AddSingleton<ProductSearch>()
        .AddSingleton<ProductVocabulary>()
        .AddSingleton<ISynonyms, Synonyms>()
        .AddSingleton<IProductCatalog, ProductCatalog>()
        .AddSingleton<IReviewSource, ReviewSource>()
        .AddSingleton<IStockSource, StockSource>()
        .AddSingleton<ICustomerDirectory, CustomerDirectory>()
        .AddSingleton<IDocumentStore, DocumentStore>()
        .AddSingleton<IDocumentIntake, DocumentIntake>()
        .AddSingleton<IPassageSearch, PassageSearch>()
        .AddSingleton<IImporter, Importer>()
        .AddSingleton<IImportStore, ImportStore>();

    private static IServiceCollection AddWhatIsWritten(this IServiceCollection services) => services
        .AddSingleton<GroupCommit>()
        .AddSingleton<IAnswerStore, AnswerStore>()
        .AddSingleton<ThreadQueries>()
        .AddSingleton<ThreadChanges>()
        .AddSingleton<IConversationStore, ConversationStore>()
        .AddSingleton<IDeskStore, DeskStore>()
        .AddSingleton<ICannedReplies, CannedReplies>()
        .AddSingleton<ISuggestionStore, SuggestionStore>()
        .AddSingleton<IEvaluationStore, EvaluationStore>()
        .AddSingleton<IEvaluationShop, EvaluationShop>()
        .AddSingleton<IUsageStore, UsageStore>()
        .AddSingleton<IKeptWork, KeptWork>();

    private static IServiceCollection AddStaff(this IServiceCollection services)
    {
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<SupportDbContext>>().CreateDbContext());
        services.AddIdentityCore<StaffMember>(identity => identity.User.RequireUniqueEmail = true).AddEntityFrameworkStores<SupportDbContext>();
        return services.AddSingleton<IKeyStore, KeyStore>().AddSingleton<IStaffDirectory, StaffDirectory>().AddSingleton<IStaffNames, StaffNames>();
    }

    private static IServiceCollection AddNodes(this IServiceCollection services, StorageProvider provider)
    {
        services.TryAddSingleton(NodeName.Create());
        if (provider == StorageProvider.Sqlite)
            return services.AddSingleton<INodes, OnlyNode>();
        return services
            .AddSingleton<NodeListener>()
            .AddSingleton<NodeSender>()
            .AddSingleton<INodes, PostgreSqlNodes>()
            .Replace(ServiceDescriptor.Singleton<IConversationFeed, PostgreSqlFeed>())
            .Replace(ServiceDescriptor.Singleton<IPresence, PostgreSqlPresence>())
            .Replace(ServiceDescriptor.Singleton<IRunningAnswers, AnswersOfAllNodes>())
            .AddHostedService(provider => provider.GetRequiredService<OrphanedAnswers>());
    }

    private static IServiceCollection AddStorageStart(this IServiceCollection services) => services
        .AddSingleton(DemoFiles.Embedded)
        .AddSingleton<DemoStore>()
        .AddSingleton<IStorageProbe, StorageProbe>()
        .AddSingleton<IStorageStart, StorageStart>();
}
