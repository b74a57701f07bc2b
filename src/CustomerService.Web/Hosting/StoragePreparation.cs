using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Data.Start;

namespace CustomerService.Web.Hosting;

internal static class StoragePreparation
{
    /// <summary>Brings the database up to date, and marks answers that an earlier process left unfinished.</summary>
    public static async Task PrepareStorageAsync(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        await app.Services.GetRequiredService<IStorageStart>().RunAsync(stopping);
        var interrupted = await app.Services.GetRequiredService<IAnswerStore>()
            .MarkInterruptedAsync([Surface.Page, Surface.Api, Surface.Widget], stopping);
        var services = app.Services;
        await services.GetRequiredService<IConversationStore>().EndOrphanedAnswersAsync([services.GetRequiredService<NodeName>().Value], stopping);
        if (interrupted > 0)
            StoragePreparationLog.Interrupted(app.Logger, interrupted);
    }
}

internal static partial class StoragePreparationLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} answers were being written when the program last ended; they are marked as interrupted")]
    public static partial void Interrupted(ILogger logger, int count);
}
