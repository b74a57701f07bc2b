namespace CustomerService.Web.Features.Conversations.Context;

/// <summary>Something that is read for a key, and anew only when the key is another one. What was begun for the key before is cancelled.</summary>
/// <param name="changed">Told on any thread, after the change.</param>
public sealed class Reading<TKey, T>(Func<TKey, CancellationToken, Task<T>> readAsync, Action changed, Action<Exception> failed) : IDisposable
    where TKey : class
    where T : class?
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _reading;

    /// <summary>What it is read for; null for nothing.</summary>
    public TKey? Key { get; private set; }
    /// <summary>Null until it was read, or when there is none.</summary>
    public T? Value { get; private set; }
    public bool IsRead { get; private set; }
    public bool HasFailed { get; private set; }

    /// <summary>Reads it for a key, unless that is done or being done.</summary>
    public void Want(TKey? key)
    {
        lock (_gate)
        {
            if (Equals(key, Key))
                return;
            Begin(key);
        }

        changed();
    }

    /// <summary>Tries again what failed.</summary>
    public void Retry()
    {
        lock (_gate)
        {
            if (HasFailed)
                Begin(Key);
        }

        changed();
    }

    public void Dispose() => Want(null);

    private void Begin(TKey? key)
    {
        _reading?.Cancel();
        _reading?.Dispose();
        (Key, Value, IsRead, HasFailed) = (key, null, false, false);
        _reading = key is null ? null : new();
        if (key is not null)
            _ = ReadAsync(key, _reading!, _reading!.Token);
    }

    private async Task ReadAsync(TKey key, CancellationTokenSource reading, CancellationToken cancellationToken)
    {
        T? value = null;
        Exception? failure = null;
        try
        {
            value = await Task.Run(() => readAsync(key, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            failure = exception;
        }

        lock (_gate)
        {
            if (reading != _reading)
                return;
            (Value, IsRead, HasFailed) = (value, failure is null, failure is not null);
        }

        if (failure is not null)
            failed(failure);
        changed();
    }
}
