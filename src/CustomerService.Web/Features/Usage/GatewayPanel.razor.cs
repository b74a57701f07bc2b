using System.Globalization;
using CustomerService.Core.Answers;
using CustomerService.Core.Models;
using CustomerService.Web.Components;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Features.Usage;

/// <summary>How the endpoint, the queue towards it and each model are, now.</summary>
public sealed partial class GatewayPanel
{
    [Inject]
    private ShopOptions Shop { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    protected override UsageChanges Concerns => UsageChanges.Gateway;

    private string EndpointState => Session.Status switch
    {
        { Fault: not null } => "Faulty",
        { ProbedAt: null } => "Unknown",
        _ => "Fine",
    };

    private QueueStatus Queue => Session.Status.Queue;

    private int Waiting => Queue.WaitingCustomers + Queue.WaitingBatch;

    private string WaitingWords =>
        Waiting == 0 ? L["NobodyWaits"]
        : Waiting >= Queue.MaxWaiting ? L["WaitingFull", Figures.Count(Waiting)]
        : L["Waiting", Figures.Count(Queue.WaitingCustomers), Figures.Count(Queue.WaitingBatch), C.Duration(Queue.LongestWait)];

    private static IEnumerable<(string Name, int Value, int Limit, bool IsLow)> Meters(QueueStatus queue) =>
    [
        ("Open", queue.Open, queue.MaxOpen, queue.Open >= queue.MaxOpen),
        ("RequestsLeft", queue.RequestsLeft, queue.RequestsPerMinute, queue.RequestsLeft < queue.RequestsPerMinute / 10),
        ("TokensLeft", Math.Max(0, queue.TokensLeft), queue.TokensPerMinute, queue.TokensLeft < queue.TokensPerMinute / 10),
    ];

    private Task ProbeAsync() => Session.ProbeAsync(CancellationToken.None);

    private string Price(ModelStatus model) => model is { PromptPricePerMillion: { } prompt, CompletionPricePerMillion: { } completion }
        ? L["Price", Figures.Usd(prompt), Figures.Usd(completion)]
        : L["PriceUnknown"];

    /// <summary>At the shop; with the day, unless that is today.</summary>
    private string Time(DateTimeOffset at)
    {
        var local = TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(Shop.TimeZone));
        var time = local.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        var day = Shop.DayOf(at);
        return day == Shop.DayOf(Clock.GetUtcNow()) ? time : $"{Times.Day(day)} {time}";
    }
}
