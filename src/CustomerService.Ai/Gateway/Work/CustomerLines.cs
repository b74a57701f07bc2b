using CustomerService.Core.Catalog;

namespace CustomerService.Ai.Gateway;

/// <summary>What a model is told of the customer: what they said of themselves, and neither name nor number.</summary>
internal static class CustomerLines
{
    public static string Of(CustomerContext context)
    {
        var lines = new[] { ("Age group", context.AgeGroup), ("Use", context.UseCase), ("Interests", context.Interests) }
            .Where(l => l.Item2 is not null).Select(l => $"{l.Item1}: {PersonalData.Masked(l.Item2!)}");
        return string.Join('\n', lines) is { Length: > 0 } known ? known : "Nothing is known.";
    }
}
