using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using CustomerService.Testing;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Browser.Tests;

public sealed class GateTests
{
    private readonly Gates _gates = new();

    [Fact]
    public async Task Closed_gate_holds_one_lookup_and_not_the_other()
    {
        var (stock, reviews) = (Lookup(LookupKind.StockCheck), Lookup(LookupKind.ReviewAnalysis));
        _gates[LookupKind.StockCheck].Close();

        var waiting = stock.FindAsync(null!, CancellationToken.None);
        await _gates[LookupKind.StockCheck].Arrived;
        await reviews.FindAsync(null!, CancellationToken.None);
        Assert.False(waiting.IsCompleted);

        _gates[LookupKind.StockCheck].Open();
        Assert.Equal(EmptyReason.NoMatch, (await waiting).Nothing);
    }

    [Fact]
    public async Task Broken_gate_breaks_the_lookup()
    {
        _gates[LookupKind.StockCheck].Break();
        await Assert.ThrowsAsync<IOException>(() => Lookup(LookupKind.StockCheck).FindAsync(null!, CancellationToken.None));
    }

    [Fact]
    public async Task Cancelled_lookup_leaves_the_gate()
    {
        using var cancel = new CancellationTokenSource();
        _gates[LookupKind.StockCheck].Close();
        var waiting = Lookup(LookupKind.StockCheck).FindAsync(null!, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Text_waits_after_the_given_number_of_pieces()
    {
        _gates.TextsBeforeGate = 1;
        _gates.Text.Close();
        var composer = Provider().GetRequiredService<IAnswerComposer>();
        await using var parts = composer.ComposeAsync(null!, [], CancellationToken.None).GetAsyncEnumerator();
        Assert.True(await parts.MoveNextAsync());
        var second = parts.MoveNextAsync().AsTask();
        await _gates.Text.Arrived;
        Assert.False(second.IsCompleted);
        _gates.Text.Open();
        Assert.True(await second);
        Assert.Equal(new AnswerPart.Text("b"), parts.Current);
    }

    private ILookup Lookup(LookupKind kind) => Provider().GetServices<ILookup>().Single(l => l.Kind == kind);

    private ServiceProvider Provider() =>
        new ServiceCollection()
            .AddSingleton<ILookup>(new NoMatch(LookupKind.StockCheck))
            .AddSingleton<ILookup>(_ => new NoMatch(LookupKind.ReviewAnalysis))
            .AddSingleton<IAnswerComposer, TwoLetters>()
            .AddGates(_gates)
            .BuildServiceProvider();

    private sealed class NoMatch(LookupKind kind) : ILookup
    {
        public LookupKind Kind => kind;

        public Task<LookupFinding> FindAsync(ResolvedQuery query, CancellationToken cancellationToken) =>
            Task.FromResult(LookupFinding.None(EmptyReason.NoMatch));
    }

    private sealed class TwoLetters : IAnswerComposer
    {
        public async IAsyncEnumerable<AnswerPart> ComposeAsync(
            ResolvedQuery query, IReadOnlyList<LookupResult> evidence,
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Task.CompletedTask;
            yield return new AnswerPart.Text("a");
            yield return new AnswerPart.Text("b");
        }
    }
}
