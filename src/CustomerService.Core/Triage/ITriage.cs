using CustomerService.Core.Text;

namespace CustomerService.Core.Triage;

/// <summary>Reads a conversation better than rules do, and slower. Registered only where there are models.</summary>
public interface ITriage
{
    /// <param name="messages">The customer's last messages, oldest first.</param>
    /// <param name="language">That in which the summary is to be.</param>
    /// <returns>Null when nothing usable came.</returns>
    Task<TriageResult?> ReadAsync(string conversationId, IReadOnlyList<string> messages, Language language, CancellationToken cancellationToken);
}
