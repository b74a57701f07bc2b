using CustomerService.Core.Answers;
using CustomerService.Core.Models;
using CustomerService.Core.Questions;

namespace CustomerService.Ai.Gateway;

/// <summary>How hard a question is, by rules: the first that holds decides, the hardest come first.</summary>
internal static class Difficulty
{
    private const int LongQuestion = 300;
    private const int ManyWishes = 3;
    private const int ManyIntents = 3;

    private static readonly IReadOnlyList<(ModelTier Tier, string Name, Func<ResolvedQuery, bool> Holds)> Rules =
    [
        (ModelTier.Advanced, "comparison_with_wishes", q => q.Reading.Has(Intent.Comparison) && WishesOf(q) > 0),
        (ModelTier.Advanced, "comparison_of_many", q => q.Reading.Has(Intent.Comparison) && q.Products.Count > 2),
        (ModelTier.Complex, "comparison", q => q.Reading.Has(Intent.Comparison)),
        (ModelTier.Complex, "several_questions", q => q.Reading.Intents.Count >= ManyIntents),
        (ModelTier.Complex, "many_wishes", q => WishesOf(q) >= ManyWishes),
        (ModelTier.Complex, "long_question", q => q.Query.Question.Length > LongQuestion),
        (ModelTier.Moderate, "pros_and_cons", q => q.Reading.Has(Intent.ProsAndCons)),
        (ModelTier.Moderate, "opinion", q => q.Reading.Has(Intent.Opinion)),
        (ModelTier.Moderate, "recommendation", q => q.Reading.Has(Intent.Recommendation)),
        (ModelTier.Moderate, "two_questions", q => q.Reading.Intents.Count == 2),
        (ModelTier.Moderate, "unclear", q => q.Reading.RestWords.Count > 3),
        (ModelTier.Simple, "single_fact", _ => true),
    ];

    public static IEnumerable<string> RuleNames => Rules.Select(r => r.Name);

    public static (ModelTier Tier, string Rule) Of(ResolvedQuery query)
    {
        var (tier, name, _) = Rules.First(r => r.Holds(query));
        return (tier, name);
    }

    private static int WishesOf(ResolvedQuery query) => query.Reading.Wishes.Count + (query.Reading.Price is null ? 0 : 1);
}
