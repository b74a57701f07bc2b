using CustomerService.Ai.Embedded.Reviews;
using CustomerService.Core.Catalog;

namespace CustomerService.Ai.Gateway;

/// <summary>Which reviews a model gets to read: as many whole ones as there is room for, new and helpful ones first.</summary>
/// <param name="Sent">In the order of their numbers in the prompt, which begin with 1.</param>
/// <param name="Reported">Ids of reviews that give orders to a language model; none of them is sent.</param>
internal sealed record ReviewSelection(IReadOnlyList<Review> Sent, IReadOnlyList<string> Reported)
{
    /// <summary>More would cost much and tell little.</summary>
    public const int MostSent = 100;

    /// <summary>A helpful vote makes up for so many newer reviews, up to <see cref="MostVotes"/> votes.</summary>
    private const int VoteWorth = 3;
    private const int MostVotes = 20;

    /// <param name="newest">Newest first.</param>
    /// <param name="room">Tokens, as estimated.</param>
    public static ReviewSelection Of(IReadOnlyList<Review> newest, int room)
    {
        var reported = newest.Where(r => OrdersToModels.In(r.Text)).Select(r => r.Id).ToHashSet();
        var sent = new List<Review>();
        var ranked = newest.Select((review, age) => (Review: review, Rank: age - VoteWorth * Math.Min(review.HelpfulVotes, MostVotes)))
            .Where(r => !reported.Contains(r.Review.Id)).OrderBy(r => r.Rank).Select(r => r.Review);
        foreach (var review in ranked)
        {
            var tokens = TokenEstimate.Of(Line(review, sent.Count + 1));
            if (sent.Count == MostSent || tokens > room)
                break;
            room -= tokens;
            sent.Add(review);
        }

        return new(sent, [.. newest.Select(r => r.Id).Where(reported.Contains)]);
    }

    public string Text => string.Join('\n', Sent.Select((review, i) => Line(review, i + 1)));

    private static string Line(Review review, int number) =>
        $"[{number}] {review.Stars}/5 {string.Join(' ', review.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}";
}
