using CustomerService.Core.Catalog;
using CustomerService.Core.Reviews;
using CustomerService.Core.Text;

namespace CustomerService.Ai.Embedded.Reviews;

/// <summary>Counts the reviews that praise and that complain about one aspect, and keeps the most telling words of each.</summary>
internal sealed class AspectTally(string aspect)
{
    private int _praise;
    private int _complaints;
    private Candidate? _praiseQuote;
    private Candidate? _complaintQuote;

    private sealed record Candidate(double Worth, ReviewQuote Quote);

    public void Count(Review review, ReviewOpinions opinions, IReadOnlyList<AspectMention> mentions, int age, Language wanted)
    {
        if (mentions.Any(m => m.Score > 0))
            _praise++;
        if (mentions.Any(m => m.Score < 0))
            _complaints++;
        foreach (var mention in mentions)
        {
            if (Quotes.Best(review.Text, opinions, mention) is not { } words)
                continue;
            var worth = Quotes.Worth(words, mention, review, age, wanted);
            ref var best = ref mention.Score > 0 ? ref _praiseQuote : ref _complaintQuote;
            if (best is null || worth > best.Worth)
                best = new(worth, new(review.Id, words, review.Stars, review.Language, review.Author, review.WrittenAt));
        }
    }

    public AspectOpinion ToOpinion() => new(aspect, _praise, _complaints, _praiseQuote?.Quote, _complaintQuote?.Quote);
}
