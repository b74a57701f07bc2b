using CustomerService.Ai.Embedded;
using CustomerService.Ai.Gateway;
using CustomerService.Core;
using CustomerService.Core.Configuration;
using CustomerService.Core.Models;
using CustomerService.Core.Usage;
using CustomerService.Testing;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Ai.Tests.Gateway;

/// <summary>The real way to a scripted endpoint, with a clock that the test moves and usage kept in memory.</summary>
internal sealed class GatewayRig : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    public GatewayRig(params (string Key, string Value)[] settings)
    {
        var values = new Dictionary<string, string?>
        {
            ["OpenAI:BaseUrl"] = Endpoint.Address.ToString(),
            ["OpenAI:ApiKey"] = "sk-secret-of-the-shop",
            ["Resilience:Jitter"] = "false",
        };
        foreach (var (key, value) in settings)
            values[key] = value;
        var read = new Settings(new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton(new Random(7))
            .AddCore(read)
            .AddEmbeddedAssistant()
            .AddModelGateway(read)
            .AddSingleton<IUsageStore>(Usage)
            .AddSingleton<IKeptWork>(Kept)
            .BuildServiceProvider();
        read.ThrowIfWrong();
    }

    public ScriptedEndpoint Endpoint { get; } = new();
    public ManualTimeProvider Clock { get; } = new();
    public UsageStoreStub Usage { get; } = new();
    public KeptWorkStub Kept { get; } = new();
    public IChatClient Client => Get<IChatClient>();
    public IModelGateway Gateway => Get<IModelGateway>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static ModelTurn Turn(params string[] models) => new(ModelPurpose.Answer, models.Length == 0 ? ["m-1"] : models, "C1", "A1");

    /// <summary>The whole stream's text.</summary>
    public async Task<string> StreamAsync(ModelTurn turn, string question = "질문", CancellationToken cancellationToken = default)
    {
        var text = "";
        await foreach (var update in Client.GetStreamingResponseAsync([new(ChatRole.User, question)], turn, cancellationToken))
            text += update.Text;
        return text;
    }

    /// <summary>The fault that ends a stream, and the text until then.</summary>
    public async Task<(ModelFault Fault, string Text)> FaultAsync(ModelTurn turn)
    {
        var text = "";
        var e = await Assert.ThrowsAsync<ModelCallException>(async () =>
        {
            await foreach (var update in Client.GetStreamingResponseAsync([new(ChatRole.User, "질문")], turn))
                text += update.Text;
        });
        return (e.Fault, text);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Endpoint.DisposeAsync();
    }
}
