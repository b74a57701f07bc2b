using Microsoft.AspNetCore.Components.Server.Circuits;

namespace CustomerService.Web.Features.Conversations.Context;

/// <summary>Who has lost the connection does not look, though their page is kept for a while.</summary>
internal sealed class PresentCircuit(ThreadPresence presence) : CircuitHandler
{
    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        presence.Connect(true);
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        presence.Connect(false);
        return Task.CompletedTask;
    }
}
