using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace CustomerService.Web.Features.Staff;

/// <summary>Where there is nothing, there is nothing to protect: such an address, method or kind of content is told as what it is.</summary>
internal sealed class EndpointsOnly : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _standard = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult) =>
        context.GetEndpoint() is not RouteEndpoint ? next(context) : _standard.HandleAsync(next, context, policy, authorizeResult);
}
