using CustomerService.Data.Writing;

namespace CustomerService.Data.Conversations;

/// <summary>Changes threads, each in a transaction that holds it.</summary>
internal sealed class ThreadChanges(GroupCommit group, ThreadQueries queries)
{
    /// <summary>A change may be done again, so that only its last result counts.</summary>
    /// <returns>Null when there is no such thread.</returns>
    public async Task<T?> ChangeAsync<T>(string conversationId, Func<ThreadWriter, Task<T?>> changeAsync, CancellationToken cancellationToken)
        where T : class
    {
        T? result = null;
        await group.WriteAsync(
            async rows => result = await ThreadWriter.LockAsync(rows, queries, conversationId) is { } thread ? await changeAsync(thread) : null,
            cancellationToken);
        return result;
    }
}
