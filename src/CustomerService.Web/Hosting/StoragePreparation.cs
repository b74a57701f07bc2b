using CustomerService.Core.Conversations;
using CustomerService.Data.Start;

namespace CustomerService.Web.Hosting;

internal static class StoragePreparation
{
    /// <summary>Brings the database up to date, joins the other programs on it, and ends answers that programs which are gone left unfinished.</summary>
    public static async Task PrepareStorageAsync(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        await app.Services.GetRequiredService<IStorageStart>().RunAsync(stopping);
        await app.Services.GetRequiredService<INodes>().JoinAsync(stopping);
        await app.Services.GetRequiredService<OrphanedAnswers>().EndAsync(stopping);
    }
}
