using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Suggestions;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Data.Tests;

/// <summary>What became of suggestions, on both databases.</summary>
public abstract class SuggestionStoreTests(StoreFixture fixture)
{
    private const string Minji = "minji";
    private const string Words = "서울 물류센터에 127개가 있습니다.";

    private ISuggestionStore Store => fixture.Services.GetRequiredService<ISuggestionStore>();

    [Fact]
    public async Task Suggestion_is_kept_as_it_is()
    {
        var suggestion = await AddAsync("prompt-a");

        Assert.Equal(suggestion, await Store.FindAsync(suggestion.Id, default));
    }

    [Theory]
    [InlineData(Words, SuggestionOutcome.Sent, 0.0)]
    [InlineData("서울 물류센터에 오늘 127개가 있습니다.", SuggestionOutcome.SentEdited, 0.2)]
    [InlineData("없습니다!", SuggestionOutcome.SentEdited, 1.0)]
    public async Task Sent_reply_tells_how_much_of_the_suggestion_was_changed(string sent, SuggestionOutcome outcome, double edited)
    {
        var suggestion = await AddAsync("prompt-a");
        await Store.MarkAsync(suggestion.Id, Minji, SuggestionOutcome.Inserted, default);

        await Store.SentAsync(suggestion.Id, suggestion.ConversationId, Minji, sent, default);
        await Store.MarkAsync(suggestion.Id, Minji, SuggestionOutcome.AskedAgain, default);

        var kept = await Store.FindAsync(suggestion.Id, default);
        Assert.Equal((outcome, sent, edited), (kept!.Outcome, kept.SentText, kept.Edited!.Value));
    }

    [Fact]
    public async Task Reply_that_is_taken_back_was_not_sent()
    {
        var suggestion = await AddAsync("prompt-a");
        await Store.SentAsync(suggestion.Id, suggestion.ConversationId, Minji, Words, default);

        await Store.SentAsync(suggestion.Id, suggestion.ConversationId, Minji, null, default);

        var kept = await Store.FindAsync(suggestion.Id, default);
        Assert.Equal((SuggestionOutcome.Inserted, null, null), (kept!.Outcome, kept.SentText, kept.Edited));
    }

    [Fact]
    public async Task Nobody_else_changes_what_was_suggested_to_an_agent()
    {
        var suggestion = await AddAsync("prompt-a");

        await Store.MarkAsync(suggestion.Id, "joon", SuggestionOutcome.AskedAgain, default);
        await Store.RateAsync(suggestion.Id, "joon", Thumb.Down, default);
        await Store.SentAsync(suggestion.Id, suggestion.ConversationId, "joon", Words, default);
        await Store.SentAsync(suggestion.Id, Conversation.NewId(), Minji, Words, default);

        Assert.Equal(suggestion, await Store.FindAsync(suggestion.Id, default));
    }

    [Fact]
    public async Task Tally_counts_by_prompt_and_model_what_became_of_them()
    {
        // Later than whatever the other tests wrote.
        fixture.Clock.Advance(TimeSpan.FromDays(1));
        var since = fixture.Clock.GetUtcNow();
        var (sent, edited, again, ignored) = (await AddAsync("prompt-t"), await AddAsync("prompt-t"), await AddAsync("prompt-t"), await AddAsync("prompt-t"));
        await AddAsync(null);
        await Store.SentAsync(sent.Id, sent.ConversationId, Minji, Words, default);
        await Store.SentAsync(edited.Id, edited.ConversationId, Minji, "서울 물류센터에 127개가 없습니다.", default);
        await Store.MarkAsync(again.Id, Minji, SuggestionOutcome.AskedAgain, default);
        await Store.RateAsync(ignored.Id, Minji, Thumb.Down, default);
        await Store.RateAsync(sent.Id, Minji, Thumb.Up, default);

        Assert.Equal(
            [
                new(AnswerSource.Model, "gpt", "prompt-t", 4, 1, 1, 1, 1, 0.125, 1, 1),
                new(AnswerSource.Embedded, null, null, 1, 0, 0, 0, 1, null, 0, 0),
            ],
            await Store.TallyAsync(since, default));
        Assert.Empty(await Store.TallyAsync(since.AddSeconds(1), default));
    }

    private async Task<Suggestion> AddAsync(string? prompt)
    {
        var suggestion = new Suggestion(
            "A" + Guid.NewGuid().ToString("N"), Conversation.NewId(), Minji, fixture.Clock.GetUtcNow(), "shorter", prompt is null ? AnswerSource.Embedded : AnswerSource.Model,
            prompt is null ? null : "gpt", prompt, Words);
        await Store.AddAsync(suggestion, default);
        return suggestion;
    }
}

public sealed class SuggestionStoreOnSqlite(SqliteStore fixture) : SuggestionStoreTests(fixture), IClassFixture<SqliteStore>;

public sealed class SuggestionStoreOnPostgreSql(PostgreSqlStore fixture) : SuggestionStoreTests(fixture), IClassFixture<PostgreSqlStore>;
