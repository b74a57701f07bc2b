namespace CustomerService.Core.Usage;

/// <summary>What a model made once and can be used again, and what it cost then.</summary>
/// <param name="Value">The result, as its maker wrote it.</param>
/// <param name="Cost">US dollars; null when unknown.</param>
public sealed record KeptResult(string Value, string Model, int PromptTokens, int CompletionTokens, decimal? Cost);

/// <summary>Keeps results of models across restarts, under a key that changes with all they were made from.</summary>
public interface IKeptWork
{
    Task<KeptResult?> FindAsync(string key, CancellationToken cancellationToken);

    /// <summary>Keeps a result; one that is there already is replaced.</summary>
    /// <param name="subject">What it is about, such as <c>reviews:E001</c>: an older result about the same with another key is forgotten when <paramref name="isLatest"/>.</param>
    Task KeepAsync(string key, string subject, bool isLatest, KeptResult result, CancellationToken cancellationToken);
}
