using System.Collections.Immutable;
using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using CustomerService.Core.Text;

namespace CustomerService.Web.Features.Conversations.Context;

/// <summary>The four lookups of the product that the customer looks at, run when an agent wants to know. Each result is there the moment it lands.</summary>
public sealed class ProductLookups(QueryResolver resolver, LookupRunner runner, TimeProvider clock, ILogger<ProductLookups> log) : IDisposable
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _running;
    private Beside? _product;

    /// <summary>Told on any thread, after the change.</summary>
    public event Action? Changed;

    /// <summary>In the order in which they landed.</summary>
    public ImmutableList<LookupResult> Results { get; private set; } = [];
    public bool IsRunning { get; private set; }
    /// <summary>Whether they could not be begun.</summary>
    public bool HasFailed { get; private set; }
    /// <summary>When they were begun; null before.</summary>
    public DateTimeOffset? ReadAt { get; private set; }

    /// <summary>Ends and forgets what was looked up for another thread or product.</summary>
    public void KeepFor(Beside? product)
    {
        lock (_gate)
        {
            if (product == _product)
                return;
            End();
            (_product, Results, HasFailed, ReadAt) = (product, [], false, null);
        }

        Changed?.Invoke();
    }

    /// <summary>Looks everything up, anew if it was before.</summary>
    /// <param name="customerId">For whom to recommend; null for anybody.</param>
    /// <param name="language">Of what is written about it.</param>
    public void Start(string? customerId, Language language)
    {
        lock (_gate)
        {
            if (_product is not { } product || IsRunning)
                return;
            (_running, IsRunning, Results, HasFailed, ReadAt) = (new(), true, [], false, clock.GetUtcNow());
            _ = RunAsync(product.Id, customerId, language, _running, _running.Token);
        }

        Changed?.Invoke();
    }

    public void Dispose() => KeepFor(null);

    private async Task RunAsync(string productId, string? customerId, Language language, CancellationTokenSource run, CancellationToken cancellationToken)
    {
        var isFailed = false;
        try
        {
            if (await Task.Run(() => ResolveAsync(productId, customerId, language, cancellationToken), cancellationToken).ConfigureAwait(false) is { } query)
            {
                await foreach (var result in runner.Run(query, cancellationToken).ReadAllAsync(cancellationToken).ConfigureAwait(false))
                    Tell(run, () => Results = Results.Add(result));
            }
            else
            {
                isFailed = true;
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return;
        }
        catch (Exception exception)
        {
            log.ReadFailed("what is known of a product", exception);
            isFailed = true;
        }

        Tell(run, () =>
        {
            HasFailed = isFailed;
            End();
        });
    }

    /// <summary>A question that names the product and asks nothing of it.</summary>
    private async Task<ResolvedQuery?> ResolveAsync(string productId, string? customerId, Language language, CancellationToken cancellationToken)
    {
        var (query, _) = CustomerQuery.Create(productId, productId, customerId, language.Code(), null, Surface.Page);
        var resolved = query is null ? null : (await resolver.ResolveAsync(query, cancellationToken).ConfigureAwait(false)).Query;
        // A customer whom the directory does not know is anybody.
        return resolved is null && customerId is not null ? await ResolveAsync(productId, null, language, cancellationToken).ConfigureAwait(false) : resolved;
    }

    private void Tell(CancellationTokenSource run, Action change)
    {
        lock (_gate)
        {
            if (run != _running)
                return;
            change();
        }

        Changed?.Invoke();
    }

    private void End()
    {
        _running?.Cancel();
        _running?.Dispose();
        (_running, IsRunning) = (null, false);
    }
}
