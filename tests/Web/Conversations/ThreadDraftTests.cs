using System.Runtime.CompilerServices;
using System.Security.Claims;
using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Lookups;
using CustomerService.Core.Suggestions;
using CustomerService.Core.Text;
using CustomerService.Core.Usage;
using CustomerService.Testing;
using CustomerService.Web.Features.Conversations;
using CustomerService.Web.Features.Staff;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CustomerService.Web.Tests.Conversations;

public sealed class ThreadDraftTests : IAsyncDisposable
{
    private const string Minji = "minji";

    private readonly ManualTimeProvider _clock = new();
    private readonly ConversationFeed _feed = new();
    private readonly InMemoryConversations _store;
    private readonly OpenThread _thread;
    private readonly ThreadDesk _desk;
    private readonly ThreadDraft _draft;
    private readonly ToldWriter _writer = new();
    private readonly InMemorySuggestions _kept = new();
    private readonly List<(string Words, string From)> _inserted = [];

    public ThreadDraftTests()
    {
        _store = new(_clock, _feed);
        var answers = new InMemoryAnswerStore();
        var running = new OwnAnswers(new AnswerRuns(new ScriptedAnswers(answers), TimeProvider.System, NullLogger<AnswerRuns>.Instance));
        _thread = new(_store, _store, _store, answers, new(_store, _feed, running), _clock, NullLogger<OpenThread>.Instance);
        var desk = new AgentDesk(_store, _feed, running, new PendingReplies(_store, _feed, _clock, NullLogger<PendingReplies>.Instance), _clock);
        _desk = new(_thread, desk, _feed, new CurrentMember(new SignedIn()), NullLogger<ThreadDesk>.Instance);
        _desk.Inserted += (words, from) => _inserted.Add((words, from));
        var suggestions = new SuggestionService(
            _store, new QueryResolver(new ReaderStub(Build.Reading()), Shop.Catalog(), new InMemorySynonyms(), Shop.Customers(), new ShopOptions(), _clock),
            new LookupRunner(Enum.GetValues<LookupKind>().Select(kind => new LookupStub(kind)), new LookupOptions(), _clock, NullLogger<LookupRunner>.Instance),
            _writer, _kept, new AnswerSpending(), _clock, NullLogger<SuggestionService>.Instance);
        _draft = new(_thread, _desk, suggestions, _kept, _clock, NullLogger<ThreadDraft>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        _draft.Dispose();
        await _thread.DisposeAsync();
    }

    [Fact]
    public async Task Draft_has_its_evidence_and_is_kept_without_marks_when_it_is_complete()
    {
        await OpenAsync(Minji);

        await _draft.AskAsync(SuggestionHint.None).InTime();

        Assert.Equal(("**Yes**, 127 are there.[1]", 4, false), (_draft.Answer!.Text, _draft.Answer.Lookups.Count, _draft.Answer.IsGrowing));
        var kept = Assert.Single(_kept.All);
        Assert.Equal((_draft.Id, "Yes, 127 are there.", Minji, "suggestion-1", SuggestionOutcome.Ignored), (kept.Id, kept.Text, kept.AgentId, kept.PromptVersion, kept.Outcome));
        Assert.Empty(_inserted);
    }

    [Fact]
    public async Task Nothing_is_drafted_for_whoever_does_not_have_the_conversation()
    {
        await OpenAsync("joon");

        await _draft.AskAsync(SuggestionHint.None).InTime();

        Assert.Null(_draft.Answer);
        Assert.Empty(_writer.Asked);
    }

    [Fact]
    public async Task Inserted_draft_is_plain_words_and_what_was_sent_of_it_is_kept()
    {
        var thread = await OpenAsync(Minji);
        await _draft.AskAsync(SuggestionHint.None).InTime();
        var id = _draft.Id!;

        await _draft.InsertAsync();
        Assert.Equal(("Yes, 127 are there.", id), Assert.Single(_inserted));
        Assert.Equal(SuggestionOutcome.Inserted, _kept.All[0].Outcome);

        await _draft.SentAsync(id, "Yes, 127 are there. \n");
        Assert.Equal((id, thread.Id, "Yes, 127 are there."), Assert.Single(_kept.Sent));
        Assert.Null(_draft.Answer);

        Assert.Null(_draft.TakeBack("Other words"));
        Assert.Equal(id, _draft.TakeBack("Yes, 127 are there."));
        Assert.Equal((id, thread.Id, null), _kept.Sent[^1]);
    }

    [Fact]
    public async Task Hint_asks_for_another_draft_made_of_the_one_before()
    {
        await OpenAsync(Minji);
        await _draft.AskAsync(SuggestionHint.None).InTime();

        await _draft.AskAsync(SuggestionHint.Of(HintKind.InKorean)).InTime();

        Assert.Equal([SuggestionOutcome.AskedAgain, SuggestionOutcome.Ignored], _kept.All.Select(s => s.Outcome));
        Assert.Equal((null, "Yes, 127 are there."), (_writer.Asked[0].Draft, _writer.Asked[1].Draft));
        Assert.Equal([Language.English, Language.Korean], _writer.Asked.Select(r => r.Query.Language));

        await _draft.AskAsync(SuggestionHint.Of(HintKind.Shorter)).InTime();
        Assert.Equal(Language.Korean, _writer.Asked[2].Query.Language);
    }

    [Fact]
    public async Task Ignored_draft_ends_and_is_not_kept()
    {
        await OpenAsync(Minji);
        var gate = _writer.Gate = new();
        var asking = _draft.AskAsync(SuggestionHint.None);
        await Eventually.TrueAsync(() => _writer.Asked.Count == 1);

        _draft.Ignore();

        await asking.InTime();
        Assert.Null(_draft.Answer);
        Assert.Null(_draft.Problem);
        Assert.Empty(_kept.All);
        gate.SetResult();
    }

    [Fact]
    public async Task Writer_that_breaks_is_told_without_its_words()
    {
        await OpenAsync(Minji);
        _writer.Gate = new();
        _writer.Gate.SetException(new IOException("secret"));

        await _draft.AskAsync(SuggestionHint.None).InTime();

        Assert.Equal((null, "Failed"), (_draft.Answer, _draft.Problem));
    }

    [Fact]
    public async Task Draft_is_outdated_once_the_customer_writes_on()
    {
        var thread = await OpenAsync(Minji);
        await _draft.AskAsync(SuggestionHint.None).InTime();
        Assert.False(_draft.IsOutdated);

        _store.Write(thread, new ConversationMessage(0, 0, MessageAuthor.Customer, "And in black?", _clock.GetUtcNow()));

        await Eventually.TrueAsync(() => _draft.IsOutdated);
    }

    [Fact]
    public async Task Writer_gets_what_the_customer_has_not_been_answered()
    {
        var thread = await OpenAsync(Minji);
        _store.Write(thread, Says(MessageAuthor.Agent, "Yes."), Says(MessageAuthor.Customer, "Does it have ANC?"), Says(MessageAuthor.Customer, "Thank you!"), Says(MessageAuthor.Customer, "And a case?"));

        await _draft.AskAsync(SuggestionHint.None).InTime();
        Assert.Equal("Does it have ANC?\nAnd a case?", _writer.Asked[0].Query.Query.Question);
        Assert.Equal(5, _writer.Asked[0].Thread.Count);

        _store.Write(thread, Says(MessageAuthor.Agent, "It has."), Says(MessageAuthor.Customer, "I want to talk to a human"));
        await _draft.AskAsync(SuggestionHint.None).InTime();
        Assert.Equal("And a case?", _writer.Asked[1].Query.Query.Question);
    }

    private ConversationMessage Says(MessageAuthor author, string text) => new(0, 0, author, text, _clock.GetUtcNow());

    private async Task<Conversation> OpenAsync(string holder)
    {
        var thread = _store.Begin();
        thread = _store.Write(thread.Id, c => c with { Owner = ConversationOwner.Agent, AgentId = holder });
        await _desk.OpenAsync();
        await _thread.OpenAsync(thread.Id, live: true, default).InTime();
        return thread;
    }

    private sealed class SignedIn : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, Minji)], "test"))));
    }

    private sealed class ToldWriter : ISuggestionWriter
    {
        public List<SuggestionRequest> Asked { get; } = [];
        public TaskCompletionSource? Gate { get; set; }

        public async IAsyncEnumerable<AnswerPart> WriteAsync(
            SuggestionRequest request, IReadOnlyList<LookupResult> evidence, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            Asked.Add(request);
            yield return new AnswerPart.Author(new(AnswerSource.Model, "gpt", PromptVersion: "suggestion-1"));
            yield return new AnswerPart.Text("**Yes**, ");
            if (Gate is not null)
                await Gate.Task.WaitAsync(cancellationToken);
            yield return new AnswerPart.Text("127 are there.[1]");
        }
    }
}

/// <summary>Suggestions as a test keeps them.</summary>
public sealed class InMemorySuggestions : ISuggestionStore
{
    private readonly List<Suggestion> _all = [];

    public IReadOnlyList<Suggestion> All => _all;
    public List<(string Id, string ConversationId, string? Text)> Sent { get; } = [];

    public Task AddAsync(Suggestion suggestion, CancellationToken cancellationToken)
    {
        _all.Add(suggestion);
        return Task.CompletedTask;
    }

    public Task<Suggestion?> FindAsync(string id, CancellationToken cancellationToken) => Task.FromResult(_all.Find(s => s.Id == id));

    public Task MarkAsync(string id, string agentId, SuggestionOutcome outcome, CancellationToken cancellationToken) => Change(id, s => s with { Outcome = outcome });

    public Task SentAsync(string id, string conversationId, string agentId, string? text, CancellationToken cancellationToken)
    {
        Sent.Add((id, conversationId, text));
        return Task.CompletedTask;
    }

    public Task RateAsync(string id, string agentId, Thumb? thumb, CancellationToken cancellationToken) => Change(id, s => s with { Thumb = thumb });

    public Task<IReadOnlyList<SuggestionTally>> TallyAsync(DateTimeOffset since, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<SuggestionTally>>([]);

    private Task Change(string id, Func<Suggestion, Suggestion> change)
    {
        var index = _all.FindIndex(s => s.Id == id);
        _all[index] = change(_all[index]);
        return Task.CompletedTask;
    }
}
