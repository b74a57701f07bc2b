using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace CustomerService.Web.Features.Staff;

/// <summary>Where there is nothing, there is nothing to protect: such an address is told as not found.</summary>
internal sealed class EndpointsOnly : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _standard = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        context.GetEndpoint() is null ? next(context) : _standard.HandleAsync(next, context, policy, authorizeResult);
}
