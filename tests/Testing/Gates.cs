using System.Runtime.CompilerServices;
using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerService.Testing;

/// <summary>A point at which work waits while a test says so. Open at first.</summary>
public sealed class Gate
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _arrived = NewSource();
    private TaskCompletionSource _way = Opened();

    /// <summary>Completes when something waits here, or has passed, since the gate was closed last.</summary>
    public Task Arrived
    {
        get
        {
            lock (_lock)
                return _arrived.Task;
        }
    }

    /// <summary>What comes from now on waits.</summary>
    public void Close()
    {
        lock (_lock)
            (_arrived, _way) = (NewSource(), NewSource());
    }

    /// <summary>Lets through what waits and what comes.</summary>
    public void Open()
    {
        lock (_lock)
        {
            if (!_way.TrySetResult())
                _way = Opened();
        }
    }

    /// <summary>What waits and what comes breaks with an exception.</summary>
    public void Break()
    {
        var broken = new IOException("secret detail that belongs in the log");
        lock (_lock)
        {
            if (!_way.TrySetException(broken))
            {
                _way = NewSource();
                _way.SetException(broken);
            }
        }
    }

    internal Task PassAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _arrived.TrySetResult();
            return _way.Task.WaitAsync(cancellationToken);
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static TaskCompletionSource Opened()
    {
        var source = NewSource();
        source.SetResult();
        return source;
    }
}

/// <summary>One gate before each lookup and one within the text, so that a test decides in which order things land, break or hang.</summary>
public sealed class Gates
{
    private readonly Dictionary<LookupKind, Gate> _lookups = Enum.GetValues<LookupKind>().ToDictionary(kind => kind, _ => new Gate());

    public Gate this[LookupKind kind] => _lookups[kind];

    public Gate Text { get; } = new();

    /// <summary>How many pieces of the text pass before the one that waits at <see cref="Text"/>.</summary>
    public int TextsBeforeGate { get; set; }

    public void CloseLookups()
    {
        foreach (var gate in _lookups.Values)
            gate.Close();
    }

    public void OpenAll()
    {
        foreach (var gate in _lookups.Values)
            gate.Open();
        Text.Open();
    }
}

public static class GatesServiceCollectionExtensions
{
    /// <summary>Puts the gates before the lookups and the composer that are registered so far.</summary>
    public static IServiceCollection AddGates(this IServiceCollection services, Gates gates) =>
        services
            .Decorate<ILookup>(inner => new GatedLookup(inner, gates))
            .Decorate<IAnswerComposer>(inner => new GatedComposer(inner, gates));

    private static IServiceCollection Decorate<T>(this IServiceCollection services, Func<T, T> decorate)
        where T : class
    {
        foreach (var inner in services.Where(s => s.ServiceType == typeof(T) && !s.IsKeyedService).ToList())
        {
            services.Remove(inner);
            services.Add(ServiceDescriptor.Describe(
                typeof(T),
                provider => decorate((T)(inner.ImplementationInstance
                    ?? inner.ImplementationFactory?.Invoke(provider)
                    ?? ActivatorUtilities.CreateInstance(provider, inner.ImplementationType!))),
                inner.Lifetime));
        }

        return services;
    }
}

/// <summary>A lookup that waits at its gate before it looks.</summary>
public sealed class GatedLookup(ILookup inner, Gates gates) : ILookup
{
    public LookupKind Kind => inner.Kind;

    public async Task<LookupFinding> FindAsync(ResolvedQuery query, CancellationToken cancellationToken)
    {
        await gates[Kind].PassAsync(cancellationToken);
        return await inner.FindAsync(query, cancellationToken);
    }
}

/// <summary>A composer that waits at the text's gate after some pieces.</summary>
public sealed class GatedComposer(IAnswerComposer inner, Gates gates) : IAnswerComposer
{
    public async IAsyncEnumerable<AnswerPart> ComposeAsync(
        ResolvedQuery query, IReadOnlyList<LookupResult> evidence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var texts = 0;
        await foreach (var part in inner.ComposeAsync(query, evidence, cancellationToken))
        {
            if (part is AnswerPart.Text && texts++ == gates.TextsBeforeGate)
                await gates.Text.PassAsync(cancellationToken);
            yield return part;
        }
    }
}
