namespace CustomerService.Core.Conversations;

/// <summary>The name of this program among those that share a database.</summary>
public sealed record NodeName(string Value)
{
    public static NodeName Create() => new(Guid.NewGuid().ToString("N"));
}

/// <summary>The programs that share the database.</summary>
public interface INodes
{
    /// <summary>Lets the others know that this program is there, from the return on until it ends, however that happens.</summary>
    Task JoinAsync(CancellationToken cancellationToken);

    /// <summary>Programs that are no more, although answers of theirs are still said to be being written. One that has just lost its connection is not among them.</summary>
    Task<IReadOnlyCollection<string>> FindGoneAsync(CancellationToken cancellationToken);
}
