using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using CustomerService.Core.Usage;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;

namespace CustomerService.Ai.Gateway;

/// <param name="Key">Changes with all that the result is made from.</param>
/// <param name="Subject">What it is about, such as <c>reviews:E001:ko</c>.</param>
/// <param name="ReplacesOlder">Whether an older result about the same is of no more use.</param>
internal sealed record WorkRequest(string Key, string Subject, bool ReplacesOlder, ModelPurpose Purpose, string? AnswerId)
{
    /// <summary>A key of fixed length out of what a result is made from.</summary>
    public static string KeyOf(params IEnumerable<string?> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts))));
}

/// <summary>
/// Work of models that several answers can use: what was made is kept, in memory and in the database, and what is being made is
/// waited for rather than made again. It goes on when the one who asked first does not wait any more, since it has been paid for.
/// </summary>
internal sealed class SharedWork(IKeptWork kept, IMemoryCache cache, Spending spending, ILogger<SharedWork> logger)
{
    private static readonly MemoryCacheEntryOptions InMemory = new() { SlidingExpiration = TimeSpan.FromHours(1), Size = 1 };

    private readonly ConcurrentDictionary<string, Lazy<Task<KeptResult?>>> _making = new(StringComparer.Ordinal);

    /// <summary>The result; null when no model made one. Cancelling ends the waiting, not the work.</summary>
    public async Task<KeptResult?> GetAsync(WorkRequest request, Func<Task<KeptResult?>> make, CancellationToken cancellationToken)
    {
        if (cache.TryGetValue<KeptResult>(request.Key, out var known))
        {
            spending.RecordReuse(request.Purpose, request.AnswerId, known!);
            return known;
        }

        var isFirst = false;
        var work = _making.GetOrAdd(request.Key, _ => new(() =>
        {
            isFirst = true;
            return Task.Run(() => MakeAsync(request, make), CancellationToken.None);
        }));
        var result = await work.Value.WaitAsync(cancellationToken).ConfigureAwait(false);
        if (!isFirst && result is not null)
            spending.RecordReuse(request.Purpose, request.AnswerId, result);
        return result;
    }

    private async Task<KeptResult?> MakeAsync(WorkRequest request, Func<Task<KeptResult?>> make)
    {
        try
        {
            if (await FindAsync(request.Key).ConfigureAwait(false) is { } found)
            {
                spending.RecordReuse(request.Purpose, request.AnswerId, found);
                cache.Set(request.Key, found, InMemory);
                return found;
            }

            if (await make().ConfigureAwait(false) is not { } made)
                return null;
            cache.Set(request.Key, made, InMemory);
            // Whoever waits for the result need not wait until it is written.
            _ = KeepAsync(request, made);
            return made;
        }
        catch (Exception e)
        {
            GatewayLog.WorkBroke(logger, e, request.Purpose);
            return null;
        }
        finally
        {
            _making.TryRemove(request.Key, out _);
        }
    }

    private async Task<KeptResult?> FindAsync(string key)
    {
        try
        {
            return await kept.FindAsync(key, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            GatewayLog.NotKept(logger, e);
            return null;
        }
    }

    private async Task KeepAsync(WorkRequest request, KeptResult made)
    {
        try
        {
            await kept.KeepAsync(request.Key, request.Subject, request.ReplacesOlder, made, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            GatewayLog.NotKept(logger, e);
        }
    }
}
