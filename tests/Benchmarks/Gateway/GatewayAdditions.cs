using System.Diagnostics;
using CustomerService.Ai.Gateway;
using CustomerService.Core.Models;
using CustomerService.Core.Usage;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerService.Benchmarks;

/// <summary>What the way to the models adds to a call: queue, clocks, retries, breakers and meters, against a bare call, by turns.</summary>
internal static class GatewayAdditions
{
    public static async Task<IReadOnlyList<Figure>> MeasureAsync(string benchmark, Effort effort, Upstream upstream, BareClient bare, CancellationToken cancellationToken)
    {
        await using var shop = await Shop.OpenConfiguredAsync(GatewayBenchmark.Settings(upstream), cancellationToken);
        var (client, models) = (shop.Services.GetRequiredService<IChatClient>(), shop.Services.GetRequiredService<ITextModel>());
        var (whole, bareWhole, first, bareFirst) = (new Samples(), new Samples(), new Samples(), new Samples());
        const int WarmUp = 3;
        for (var round = -WarmUp; round < effort.Rounds(40); round++)
        {
            if (round % 10 == 0)
                Effort.Tell($"gateway: what it adds to a call, round {round}");
            var (w, bw, f, bf) = (
                await WholeAsync(client, cancellationToken), await bare.WholeAsync(cancellationToken),
                await FirstTokenAsync(models, cancellationToken), await bare.FirstTokenAsync(cancellationToken));
            if (round < 0)
                continue;
            whole.Add(w);
            bareWhole.Add(bw);
            first.Add(f);
            bareFirst.Add(bf);
        }

        return
        [
            new(benchmark, "added to a call, p50", whole.Median - bareWhole.Median, "ms", new(Bound.AtMost, 2)),
            new(benchmark, "added to the first token, p50", first.Median - bareFirst.Median, "ms", new(Bound.AtMost, 15)),
        ];
    }

    private static async Task<double> WholeAsync(IChatClient client, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var turn = new ModelTurn(ModelPurpose.Benchmark, ["gpt-4.1-mini"], "benchmark") { WantedTokens = 200 };
        await client.GetResponseAsync([new(ChatRole.User, "hello")], turn, cancellationToken);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private static async Task<double> FirstTokenAsync(ITextModel models, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        double? first = null;
        await foreach (var piece in models.StreamAsync(new("hello", "gpt-4.1-mini", ModelPurpose.Benchmark, "benchmark"), cancellationToken))
        {
            if (piece is TextPiece.Text)
                first ??= Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            else if (piece is TextPiece.Failed failed)
                throw new InvalidOperationException($"The endpoint could not be used: {failed.Fault}");
        }

        return first ?? throw new InvalidOperationException("The endpoint sent no token.");
    }
}
