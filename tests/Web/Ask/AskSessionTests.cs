using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using CustomerService.Testing;
using CustomerService.Web.Features.Ask;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace CustomerService.Web.Tests.Ask;

public sealed class AskSessionTests : IAsyncDisposable
{
    private readonly InMemoryAnswerStore _store = new();
    private readonly ScriptedAnswers _pipeline;
    private readonly AnswerRuns _runs;
    private readonly AskSession _session;

    public AskSessionTests()
    {
        _pipeline = new ScriptedAnswers(_store);
        _runs = new AnswerRuns(_pipeline, new ManualTimeProvider(), NullLogger<AnswerRuns>.Instance);
        _session = NewSession();
    }

    public async ValueTask DisposeAsync() => await _session.DisposeAsync();

    [Fact]
    public async Task Sent_question_shows_as_running_before_anything_is_found()
    {
        await SendAsync("How long does the battery last?");

        Assert.True(_session.Answer!.IsGrowing);
        Assert.Equal(AnswerState.Running, _session.Answer.State);
        Assert.Empty(_session.Answer.Lookups);
    }

    [Fact]
    public async Task Result_is_shown_when_it_lands()
    {
        await SendAsync("Is it in stock?");
        _pipeline.Tell(new AnswerEvent.LookupFinished(Found.All[2]));

        await _session.UntilAsync(s => s.Answer?.Lookup(LookupKind.StockCheck) is not null);

        Assert.Null(_session.Answer!.Lookup(LookupKind.ReviewAnalysis));
        Assert.True(_session.Answer.IsGrowing);
    }

    [Fact]
    public async Task Accepted_question_empties_the_box_and_gets_an_address()
    {
        await _session.OpenAsync(new("E001", "C12345", null, null), live: true, CancellationToken.None);
        _session.Form.Type("Is it in stock?");
        await _session.SendAsync();
        _pipeline.Tell(new AnswerEvent.LookupStarted(LookupKind.StockCheck));

        await _session.UntilAsync(s => s.Address.AnswerId is not null);

        Assert.Equal(new AskAddress("E001", "C12345", "Is it in stock?", _session.Answer!.Id), _session.Address);
        Assert.False(_session.ReplacesAddress);
        Assert.Equal("", _session.Form.Question);
    }

    [Fact]
    public async Task Refused_question_stays_in_the_box_with_the_problem()
    {
        await SendAsync("Is it in stock?");
        _pipeline.Tell(new AnswerEvent.Failed(AnswerFailure.InvalidInput, [new(InputField.ProductId, InputProblemCode.Unknown)]));

        await _session.UntilAsync(s => s.Form.Problems.Count > 0);

        Assert.Null(_session.Answer);
        Assert.Equal("Is it in stock?", _session.Form.Question);
        Assert.Null(_session.Address.AnswerId);
    }

    [Fact]
    public async Task Failed_answer_gives_the_question_back()
    {
        await SendAsync("Is it in stock?");
        _pipeline.Tell(new AnswerEvent.LookupStarted(LookupKind.StockCheck), new AnswerEvent.Failed(AnswerFailure.Internal, []));

        await _session.UntilAsync(s => s.Answer?.State == AnswerState.Failed);

        Assert.Equal("Is it in stock?", _session.Form.Question);
        Assert.Equal(AnswerFailure.Internal, _session.Answer!.Failure);
    }

    [Fact]
    public async Task Overlong_question_is_told_before_it_is_sent()
    {
        await _session.OpenAsync(AskAddress.Empty, live: true, CancellationToken.None);

        _session.Form.Type(new string('가', CustomerQuery.MaxQuestionLength + 1));

        Assert.Equal(InputProblemCode.TooLong, _session.Form.ProblemWith(InputField.Question)!.Code);
        await _session.SendAsync();
        Assert.Empty(_pipeline.Queries);
        Assert.Equal(CustomerQuery.MaxQuestionLength + 1, _session.Form.Question.Length);
    }

    [Fact]
    public async Task Unknown_product_in_the_address_is_told_at_its_field()
    {
        await _session.OpenAsync(new("E999", null, null, null), live: true, CancellationToken.None);

        Assert.Equal(InputProblemCode.Unknown, _session.Form.ProblemWith(InputField.ProductId)!.Code);
        Assert.Equal("E999", _session.Form.ProductId);
    }

    [Fact]
    public async Task Stop_keeps_the_part_that_is_there()
    {
        await SendAsync("Pros and cons?");
        _pipeline.Tell(new AnswerEvent.TextDelta("The sound is "));
        await _session.UntilAsync(s => s.Answer?.Text.Length > 0);

        await _session.StopAsync();
        await _session.UntilAsync(s => s.Answer is { IsGrowing: false });

        Assert.Equal(AnswerState.Stopped, _session.Answer!.State);
        Assert.Equal("The sound is ", _session.Answer.Text);
        Assert.False(_session.IsStopping);
    }

    [Fact]
    public async Task Reload_in_the_middle_shows_what_was_there_and_what_comes()
    {
        await SendAsync("Pros and cons?");
        _pipeline.Tell(new AnswerEvent.LookupFinished(Found.All[0]), new AnswerEvent.TextDelta("The sound "));
        await _session.UntilAsync(s => s.Answer?.Text.Length > 0);
        var address = _session.Address;
        await _session.CloseAsync();

        await using var reloaded = NewSession();
        await reloaded.OpenAsync(address, live: true, CancellationToken.None);
        await reloaded.UntilAsync(s => s.Answer?.Text.Length > 0);
        Assert.Equal("The sound ", reloaded.Answer!.Text);
        Assert.Single(reloaded.Answer.Lookups);

        _pipeline.TellAll(reloaded.Answer is { } a ? _runs.Find(a.Id)!.Query : throw new InvalidOperationException());
        await reloaded.UntilAsync(s => s.Answer is { IsGrowing: false });
        Assert.Equal(Found.Text, reloaded.Answer.Text);
    }

    [Fact]
    public async Task Two_pages_at_one_address_see_the_same_text_grow()
    {
        await SendAsync("Pros and cons?");
        _pipeline.Tell(new AnswerEvent.TextDelta("The sound "));
        await _session.UntilAsync(s => s.Answer?.Text == "The sound ");
        await using var other = NewSession();
        await other.OpenAsync(_session.Address, live: true, CancellationToken.None);
        await other.UntilAsync(s => s.Answer?.Text == "The sound ");

        // What is not text is told at once, and the text gathered before it goes first.
        _pipeline.Tell(new AnswerEvent.TextDelta("is praised."), new AnswerEvent.LookupFinished(Found.All[0]));

        await _session.UntilAsync(s => s.Answer?.Text == "The sound is praised.");
        await other.UntilAsync(s => s.Answer?.Text == "The sound is praised.");
        Assert.Equal(_session.Answer!.Id, other.Answer!.Id);
        Assert.Single(_pipeline.Queries);
    }

    [Fact]
    public async Task Finished_answer_is_read_from_the_store()
    {
        var (query, _) = CustomerQuery.Create("Pros and cons?", "E001", null, null, null, Surface.Page);
        await _store.FinishAsync(Found.Answer(query!), CancellationToken.None);

        await _session.OpenAsync(new("E001", null, "Pros and cons?", query!.AnswerId), live: true, CancellationToken.None);

        Assert.Equal(Found.Text, _session.Answer!.Text);
        Assert.False(_session.Answer.IsGrowing);
        Assert.Equal("", _session.Form.Question);
        Assert.Empty(_pipeline.Queries);
    }

    [Fact]
    public async Task Missing_answer_is_told_and_the_question_offered_again()
    {
        await _session.OpenAsync(new(null, null, "Pros and cons?", "A0"), live: true, CancellationToken.None);

        Assert.Equal(OpenProblem.Missing, _session.OpenProblem);
        Assert.Equal("Pros and cons?", _session.Form.Question);
        Assert.Empty(_pipeline.Queries);
    }

    [Fact]
    public async Task Link_with_a_question_asks_it_once()
    {
        var address = new AskAddress(null, null, "Pros and cons?", null);
        await _session.OpenAsync(address, live: true, CancellationToken.None);
        _pipeline.Tell(new AnswerEvent.LookupStarted(LookupKind.StockCheck));
        await _session.UntilAsync(s => s.Address.AnswerId is not null);

        await _session.OpenAsync(_session.Address, live: true, CancellationToken.None);

        Assert.True(_session.ReplacesAddress);
        Assert.Equal("Pros and cons?", Assert.Single(_pipeline.Queries).Question);
    }

    [Fact]
    public async Task Page_without_a_connection_asks_nothing()
    {
        await _session.OpenAsync(new(null, null, "Pros and cons?", null), live: false, CancellationToken.None);

        Assert.Empty(_pipeline.Queries);
        Assert.Equal("Pros and cons?", _session.Form.Question);
    }

    [Fact]
    public async Task Unreachable_database_is_told_and_breaks_nothing()
    {
        _store.IsDown = true;

        await _session.OpenAsync(new(null, null, null, "A0"), live: true, CancellationToken.None);

        Assert.Null(_session.Earlier);
        Assert.Equal(OpenProblem.Unreadable, _session.OpenProblem);
    }

    [Fact]
    public async Task Same_address_again_keeps_what_is_typed()
    {
        await _session.OpenAsync(AskAddress.Empty, live: true, CancellationToken.None);
        _session.Form.Type("half a ques");

        await _session.OpenAsync(AskAddress.Empty, live: true, CancellationToken.None);

        Assert.Equal("half a ques", _session.Form.Question);
    }

    [Fact]
    public async Task Earlier_question_is_listed_with_its_state()
    {
        await SendAsync("Pros and cons?");
        _pipeline.TellAll(_runs.Find(_session.Answer!.Id)!.Query);

        await _session.UntilAsync(s => s.Earlier is [{ State: AnswerState.Completed }]);
    }

    [Fact]
    public void Question_too_long_for_an_address_is_left_out_of_it()
    {
        Assert.Contains("q=", new AskAddress(null, null, "음질은 어때요?", "A1").ToString(), StringComparison.Ordinal);
        Assert.Equal("ask?answer=A1", new AskAddress(null, null, new string('가', 400), "A1").ToString());
    }

    private AskSession NewSession() => new(new AskForm(Shop.Catalog(), Shop.Customers()), _runs, _store, NullLogger<AskSession>.Instance);

    private async Task SendAsync(string question)
    {
        await _session.OpenAsync(AskAddress.Empty, live: true, CancellationToken.None);
        _session.Form.Type(question);
        await _session.SendAsync();
    }
}
