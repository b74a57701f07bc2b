using System.Runtime.CompilerServices;
using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using CustomerService.Core.Suggestions;
using CustomerService.Core.Text;

namespace CustomerService.Ai.Embedded.Answers;

/// <summary>Drafts replies by rules, without a model. Of the hints it follows those that are not in the agent's own words.</summary>
public sealed class EmbeddedSuggestionWriter : ISuggestionWriter
{
    private const int ShortStatements = 2;

    public async IAsyncEnumerable<AnswerPart> WriteAsync(
        SuggestionRequest request, IReadOnlyList<LookupResult> evidence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var part in Write(request, evidence))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return part;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    internal static IEnumerable<AnswerPart> Write(SuggestionRequest request, IReadOnlyList<LookupResult> evidence)
    {
        var parts = EmbeddedComposer.Write(request.Query, evidence, forAgent: true);
        var apology = Apology(request.Query.Language);
        // A hint about a draft that apologises does not take the apology back.
        var apologises = request.Hint.Kind == HintKind.Apologise
            || request.Draft is { } draft && (draft.StartsWith(Apology(Language.Korean), StringComparison.Ordinal) || draft.StartsWith(Apology(Language.English), StringComparison.Ordinal));
        var statements = parts.OfType<AnswerPart.Text>().Count();
        var kept = request.Hint.Kind == HintKind.Shorter ? Math.Max(1, Math.Min(ShortStatements, statements - 1)) : statements;
        foreach (var part in parts)
        {
            if (kept == 0)
                yield break;
            yield return part;
            if (part is AnswerPart.Author && apologises)
                yield return new AnswerPart.Text(apology + " ");
            else if (part is AnswerPart.Text)
                kept--;
        }
    }

    private static string Apology(Language language) => language.Choose("불편을 드려 죄송합니다.", "I am sorry for the trouble.");
}
