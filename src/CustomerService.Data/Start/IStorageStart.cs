namespace CustomerService.Data.Start;

/// <summary>Makes the database ready for use. To be awaited before anything else reads it.</summary>
public interface IStorageStart
{
    /// <summary>Creates the database where it is missing, migrates it and, where that is enabled and it holds no products, loads the demo store.</summary>
    /// <exception cref="StorageUnavailableException">It cannot be opened, or belongs to a newer version of the program.</exception>
    /// <exception cref="InvalidDataException">The demo store's files are broken.</exception>
    Task RunAsync(CancellationToken cancellationToken);
}
