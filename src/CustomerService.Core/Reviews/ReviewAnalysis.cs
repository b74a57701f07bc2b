using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Models;
using CustomerService.Core.Text;

namespace CustomerService.Core.Reviews;

/// <summary>Verbatim words of one review: <see cref="Text"/> occurs in the review as it stands.</summary>
public sealed record ReviewQuote(string ReviewId, string Text, int Stars, Language Language, string Author, DateTimeOffset WrittenAt);

/// <summary>What reviewers say of one aspect.</summary>
/// <param name="Aspect">A key of <see cref="AspectDefinitions"/>.</param>
/// <param name="Praise">Reviews that praise it.</param>
/// <param name="Complaints">Reviews that complain about it. A review may do both and then counts in both.</param>
public sealed record AspectOpinion(string Aspect, int Praise, int Complaints, ReviewQuote? PraiseQuote, ReviewQuote? ComplaintQuote)
{
    public int Mentions => Praise + Complaints;
}

/// <summary>What the reviews of a product say.</summary>
/// <param name="ReviewCount">All reviews.</param>
/// <param name="AnalyzedCount">How many of them, newest first, were read for aspects.</param>
/// <param name="Average">1 to 5, of all reviews; null without reviews.</param>
/// <param name="Distribution">Five numbers: reviews with 1, 2, 3, 4 and 5 stars.</param>
/// <param name="Aspects">Most mentioned first.</param>
/// <param name="Summary">Three lines in the language asked for (fewer when there is too little to say): overall, praise, complaints.</param>
public sealed record ReviewAnalysis(
    int ReviewCount,
    int AnalyzedCount,
    double? Average,
    IReadOnlyList<int> Distribution,
    IReadOnlyList<AspectOpinion> Aspects,
    IReadOnlyList<string> Summary)
{
    /// <summary>Who read the reviews.</summary>
    public Authorship Author { get; init; } = Authorship.Embedded;

    /// <summary>What that used when it was made.</summary>
    public TokenUsage Used { get; init; } = TokenUsage.None;

    /// <summary>Ids of reviews that give orders to a language model; they were left out.</summary>
    public IReadOnlyList<string> Reported { get; init; } = [];

    /// <summary>Made in place of a model that did not answer (in time): the next question tries again.</summary>
    public bool IsProvisional { get; init; }
}

/// <param name="CategoryId">Tells which aspects the product can have.</param>
/// <param name="Reviews">Newest first.</param>
/// <param name="AnswerId">The answer it is for, which bears the cost.</param>
public sealed record ReviewAnalysisRequest(
    string ProductId, string CategoryId, ReviewTally Tally, IReadOnlyList<Review> Reviews, Language Language, string? AnswerId = null);

public interface IReviewAnalyzer
{
    /// <summary>Reads the reviews. Never invents: each count and quote comes from the reviews given.</summary>
    ValueTask<ReviewAnalysis> AnalyzeAsync(ReviewAnalysisRequest request, CancellationToken cancellationToken);

    /// <summary>Told when an analysis that was kept serves another answer.</summary>
    void Reused(ReviewAnalysis analysis, string answerId)
    {
    }
}
