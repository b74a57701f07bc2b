using System.Collections.Concurrent;
using System.Globalization;
using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using CustomerService.Core.Translation;
using CustomerService.Web.Components;

namespace CustomerService.Web.Features.Conversations;

/// <summary>A message in the agent's language, as far as there is one.</summary>
/// <param name="Result">Null while it is being made, and when it failed.</param>
public sealed record ShownTranslation(TranslatedText? Result, bool IsWorking);

/// <summary>What the open thread says in the agent's language, and the agent's words in the customer's. Knows nothing of how it is drawn.</summary>
public sealed class ThreadTranslations : IDisposable
{
    private readonly OpenThread _thread;
    private readonly ITranslator _translator;
    private readonly ILogger<ThreadTranslations> _log;
    private readonly ConcurrentDictionary<(string Thread, int Sequence), ShownTranslation> _shown = new();
    private readonly CancellationTokenSource _closed = new();
    private string? _allOf;

    public ThreadTranslations(OpenThread thread, ITranslator translator, ILogger<ThreadTranslations> log)
    {
        (_thread, _translator, _log) = (thread, translator, log);
        thread.Changed += KeepUp;
    }

    /// <summary>Told on any thread, after the change.</summary>
    public event Action? Changed;

    /// <summary>The agent's language: the page's.</summary>
    public Language Mine { get; } = CultureInfo.CurrentUICulture.Language;

    public bool IsAvailable => _translator.IsAvailable;

    /// <summary>The customer's language when it is not the agent's; null when they need no translator.</summary>
    public Language? Theirs => _thread.Conversation is { } c && (c.Triage?.Language ?? c.Language) is var language && language != Mine ? language : null;

    /// <summary>Whether all messages of the open thread are shown in the agent's language.</summary>
    public bool IsAll => _allOf is not null && _allOf == _thread.Id;

    /// <summary>Whether a message is written in another language and can be translated.</summary>
    public bool CanBeTranslated(ConversationMessage message) =>
        IsAvailable && message.Author != MessageAuthor.System && message.Text.Length > 0 && LanguageExtensions.Detect(message.Text, Mine) != Mine;

    /// <summary>Null when none was asked for.</summary>
    public ShownTranslation? Of(ConversationMessage message) => _thread.Id is { } id ? _shown.GetValueOrDefault((id, message.Sequence)) : null;

    public async Task TranslateAsync(ConversationMessage message)
    {
        if (_thread.Id is not { } id || Of(message) is { IsWorking: true } or { Result: not null })
            return;
        _shown[(id, message.Sequence)] = new(null, IsWorking: true);
        Changed?.Invoke();
        _shown[(id, message.Sequence)] = new(await AskAsync(id, message.Text, Mine), IsWorking: false);
        Changed?.Invoke();
    }

    /// <summary>Shows all messages in the agent's language from now on, or as they are again.</summary>
    public void TranslateAll(bool isOn)
    {
        _allOf = isOn ? _thread.Id : null;
        if (!isOn)
            _shown.Clear();
        Changed?.Invoke();
        KeepUp();
    }

    /// <summary>The agent's words in the customer's language.</summary>
    /// <returns>Null when there is none.</returns>
    public Task<TranslatedText?> TranslateReplyAsync(string words) =>
        _thread.Id is { } id && Theirs is { } theirs && !string.IsNullOrWhiteSpace(words) ? AskAsync(id, words, theirs) : Task.FromResult<TranslatedText?>(null);

    public void Dispose()
    {
        _thread.Changed -= KeepUp;
        _closed.Cancel();
        _closed.Dispose();
    }

    private void KeepUp()
    {
        if (!IsAll)
            return;
        foreach (var message in _thread.Messages.Select(m => m.Message).Where(m => CanBeTranslated(m) && Of(m) is null).Reverse())
            _ = TranslateAsync(message);
    }

    private async Task<TranslatedText?> AskAsync(string id, string text, Language to)
    {
        try
        {
            return await _translator.TranslateAsync(id, text, to, _closed.Token);
        }
        catch (Exception exception)
        {
            if (exception is not OperationCanceledException)
                _log.TranslationFailed(exception);
            return null;
        }
    }
}
