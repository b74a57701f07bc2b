namespace CustomerService.Data.Start;

/// <summary>The database cannot be used. The message is fit for the console: what happened, to which file or server, what to do; no password.</summary>
public sealed class StorageUnavailableException : Exception
{
    public StorageUnavailableException()
    {
    }

    public StorageUnavailableException(string message)
        : base(message)
    {
    }

    public StorageUnavailableException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
