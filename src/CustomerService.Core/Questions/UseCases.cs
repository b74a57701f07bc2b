namespace CustomerService.Core.Questions;

public static class UseCases
{
    public static IReadOnlyList<Wish> WishesFor(string text) =>
        text.Contains("방수", StringComparison.Ordinal) ? [new("water_resistance", WishKind.Has, null, "방수")] : [];
}
