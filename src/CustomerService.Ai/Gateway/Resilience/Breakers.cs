using System.Collections.Concurrent;
using CustomerService.Core.Models;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;

namespace CustomerService.Ai.Gateway;

/// <summary>For each model its way of trying: retries around a circuit breaker.</summary>
internal sealed class Breakers(ResilienceOptions options, TimeProvider time, Random random)
{
    private readonly ConcurrentDictionary<string, ModelState> _models = new(StringComparer.Ordinal);

    public ResiliencePipeline PipelineOf(string model) => StateOf(model).Pipeline;

    public (BreakerState Breaker, ModelFault? LastFault, DateTimeOffset? LastFaultAt) StatusOf(string model)
    {
        var state = StateOf(model);
        var breaker = state.Breaker.CircuitState switch
        {
            CircuitState.Open or CircuitState.Isolated => BreakerState.Open,
            CircuitState.HalfOpen => BreakerState.HalfOpen,
            _ => BreakerState.Closed,
        };
        return (breaker, state.LastFault?.Fault, state.LastFault?.At);
    }

    public void Note(string model, ModelFault fault) => StateOf(model).LastFault = new(fault, time.GetUtcNow());

    private ModelState StateOf(string model) => _models.GetOrAdd(model, _ => New());

    private ModelState New()
    {
        var breaker = new CircuitBreakerStateProvider();
        var pipeline = new ResiliencePipelineBuilder { TimeProvider = time };
        if (options.MaxRetries > 0)
        {
            pipeline.AddRetry(new RetryStrategyOptions
            {
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is ModelCallException { IsRetryable: true } e && !(e.RetryAfter > options.MaxDelay)),
                MaxRetryAttempts = options.MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = options.Jitter,
                Delay = options.BaseDelay,
                MaxDelay = options.MaxDelay,
                Randomizer = random.NextDouble,
                DelayGenerator = args => ValueTask.FromResult((args.Outcome.Exception as ModelCallException)?.RetryAfter),
            });
        }

        pipeline.AddCircuitBreaker(new CircuitBreakerStrategyOptions
        {
            ShouldHandle = args => ValueTask.FromResult(args.Outcome.Exception is ModelCallException { IsOfModel: true }),
            FailureRatio = options.BreakerFailureRatio,
            MinimumThroughput = options.BreakerMinimumCalls,
            SamplingDuration = options.BreakerSampling,
            BreakDuration = options.BreakerPause,
            StateProvider = breaker,
        });
        return new(pipeline.Build(), breaker);
    }

    private sealed class ModelState(ResiliencePipeline pipeline, CircuitBreakerStateProvider breaker)
    {
        public ResiliencePipeline Pipeline => pipeline;
        public CircuitBreakerStateProvider Breaker => breaker;
        public LastFault? LastFault { get; set; }
    }

    private sealed record LastFault(ModelFault Fault, DateTimeOffset At);
}
