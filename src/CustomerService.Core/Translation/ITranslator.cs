using CustomerService.Core.Text;

namespace CustomerService.Core.Translation;

/// <param name="Model">Which model translated.</param>
public sealed record TranslatedText(string Text, string Model);

/// <summary>Translates what customers and agents write to each other. Only models can.</summary>
public interface ITranslator
{
    /// <summary>Whether there is a model to ask.</summary>
    bool IsAvailable { get; }

    /// <param name="conversationId">Whose turn it takes in the queue.</param>
    /// <returns>Null when no model gave a usable translation.</returns>
    Task<TranslatedText?> TranslateAsync(string conversationId, string text, Language to, CancellationToken cancellationToken);
}
