using System.Runtime.CompilerServices;
using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Lookups;
using CustomerService.Core.Text;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerService.Browser.Tests.Conversations;

internal static class HostileThread
{
    public const int InAnAnswer = 300;

    /// <summary>A thread with each string as a message, and answers that hold them all in every place where there is a text.</summary>
    public static async Task<Conversation> WriteAsync(IServiceProvider services, string[] strings, string visitor)
    {
        var (store, answers) = (services.GetRequiredService<IConversationStore>(), services.GetRequiredService<IAnswerStore>());
        var now = TimeProvider.System.GetUtcNow();
        var thread = new Conversation(
            Conversation.NewId(), visitor, strings[^1], Language.English, strings[^1], ConversationOwner.Assistant, 1, 0, now, now, null);
        await store.StartAsync(thread, default);
        var number = 0;
        foreach (var some in strings.Chunk(InAnAnswer))
        {
            var query = CustomerQuery.Create("?", "E001", null, null, null, Surface.Widget).Query!;
            var text = string.Concat(some.Select(s => s + "\n\n")) + string.Concat(Enumerable.Range(991, 9).Select(i => $"[{i}]"));
            await answers.BeginAsync(query, now, default);
            await answers.FinishAsync(HostileEvidence.Answer(query, some, text, now), default);
            await store.HandOnAsync(thread.Id, ConversationOwner.Assistant, null, null, null, default);
            await store.AcceptAsync(new(thread.Id, $"m{number++}", some[0], query.AnswerId, "test", null), default);
            await store.EndAnswerAsync(thread.Id, query.AnswerId, AnswerState.Completed, text, default);
            // From here on a person would answer, so that each message stands for itself.
            await store.HandOnAsync(thread.Id, ConversationOwner.Agent, null, null, null, default);
            foreach (var message in some.Skip(1))
                await store.AcceptAsync(new(thread.Id, $"m{number++}", message, query.AnswerId, "test", null), default);
        }

        return thread;
    }
}

/// <summary>Writes hostile strings in small pieces, and the second half when a test says so.</summary>
internal sealed class HostileComposer(IReadOnlyList<string> strings) : IAnswerComposer
{
    private const int PieceLength = 7;

    public TaskCompletionSource Rest { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async IAsyncEnumerable<AnswerPart> ComposeAsync(
        ResolvedQuery query, IReadOnlyList<LookupResult> evidence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var i = 0; i < strings.Count; i++)
        {
            // In the middle of tags and attributes, as models write.
            foreach (var piece in (strings[i] + "\n\n").EnumerateRunes().Chunk(PieceLength))
                yield return new AnswerPart.Text(string.Concat(piece.Select(r => r.ToString())));
            if (i == strings.Count / 2)
                await Rest.Task.WaitAsync(cancellationToken);
        }
    }
}
