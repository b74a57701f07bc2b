namespace CustomerService.Web.Features.Replies;

public static class RepliesServices
{
    public static IServiceCollection AddReplies(this IServiceCollection services) => services.AddScoped<ReplyList>().AddScoped<CannedOffers>();
}
