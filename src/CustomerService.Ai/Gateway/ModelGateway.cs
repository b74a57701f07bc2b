using System.ClientModel;
using System.ClientModel.Primitives;
using CustomerService.Core.Models;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenAI;
using OpenAI.Models;

namespace CustomerService.Ai.Gateway;

/// <summary>The state of the endpoint, told at the start, on the health page and on the Usage page. It stops nothing.</summary>
internal sealed class ModelGateway(
    EndpointOptions endpoint, ModelDirectory models, Breakers breakers, RequestQueue queue, Spending spending, HttpClient http, TimeProvider time,
    ILogger<ModelGateway> logger) : BackgroundService, IModelGateway
{
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SpendingInterval = TimeSpan.FromMinutes(1);

    private readonly string? _address = endpoint.IsConfigured ? endpoint.Address.GetLeftPart(UriPartial.Path) : null;
    private volatile Probe? _probe;

    private sealed record Probe(ModelFault? Fault, DateTimeOffset At);

    public GatewayStatus Status()
    {
        var probe = _probe;
        return new(_address, probe?.Fault, probe?.At, [.. models.Names.Select(StatusOf)], queue.Status(), spending.Status());
    }

    public async Task<GatewayStatus> ProbeAsync(CancellationToken cancellationToken)
    {
        if (_address is not null)
        {
            var before = _probe;
            var (fault, detail) = await AskAsync(cancellationToken).ConfigureAwait(false);
            _probe = new(fault, time.GetUtcNow());
            if (fault is { } f && f != before?.Fault)
                GatewayLog.Unusable(logger, _address, f, detail, Advice(f));
            else if (fault is null && (before is null || before.Fault is not null))
                GatewayLog.Reachable(logger, _address);
        }

        return Status();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Off the thread that starts the program: what hosted services do first, they do before it listens.
        await Task.Yield();
        try
        {
            await Task.WhenAll(ProbeAsync(stoppingToken), spending.RefreshAsync(stoppingToken)).ConfigureAwait(false);
            using var timer = new PeriodicTimer(SpendingInterval, time);
            while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false))
                await spending.RefreshAsync(stoppingToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // A host that could not start stops without asking; it would tell this as a fault of the program.
        }
    }

    private ModelStatus StatusOf(string model)
    {
        var (breaker, fault, at) = breakers.StatusOf(model);
        var entry = models.EntryOf(model);
        return new(model, breaker, fault, at, entry.PromptPricePerMillion, entry.CompletionPricePerMillion);
    }

    private async Task<(ModelFault? Fault, string Detail)> AskAsync(CancellationToken cancellationToken)
    {
        using var clock = new CancellationTokenSource(ProbeLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, clock.Token);
        var client = new OpenAIModelClient(new ApiKeyCredential(endpoint.ApiKey is { Length: > 0 } key ? key : "none"), new OpenAIClientOptions
        {
            Endpoint = endpoint.Address,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(0),
            EnableDistributedTracing = false,
        });
        try
        {
            var result = await client.GetModelsAsync(new RequestOptions { ErrorOptions = ClientErrorBehaviors.NoThrow, CancellationToken = either.Token }).ConfigureAwait(false);
            var status = result.GetRawResponse().Status;
            // Not every compatible endpoint lists its models: that it answers, and takes the key, is enough.
            ModelFault? fault = status switch
            {
                401 or 403 => ModelFault.WrongKey,
                >= 500 => ModelFault.ServerError,
                _ => null,
            };
            return (fault, $"HTTP {status}");
        }
        catch (OperationCanceledException) when (clock.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return (ModelFault.FirstTokenTimeout, $"no answer within {ProbeLimit.TotalSeconds:0} s");
        }
        catch (Exception e) when (e is ClientResultException or HttpRequestException or IOException)
        {
            return (ModelFault.ConnectionFailed, e.InnerException?.Message ?? e.Message);
        }
    }

    private static string Advice(ModelFault fault) => fault switch
    {
        ModelFault.WrongKey => "Set OpenAI:ApiKey to a key that this endpoint accepts",
        ModelFault.ServerError => "Look after the endpoint, or try again later",
        _ => "Check OpenAI:BaseUrl, and that the endpoint runs and can be reached from here",
    };
}
