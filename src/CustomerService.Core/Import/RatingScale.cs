namespace CustomerService.Core.Import;

/// <summary>How many points the best rating of a file has: 5, 10 or 100.</summary>
public static class RatingScale
{
    /// <param name="ratings">As many of the file's ratings as were looked at.</param>
    /// <returns>The smallest scale that holds all of them.</returns>
    public static int Of(IEnumerable<decimal> ratings) => ratings.DefaultIfEmpty(5).Max() switch
    {
        <= 5 => 5,
        <= 10 => 10,
        _ => 100,
    };

    /// <summary>Stars, 1 to 5: of ten points two make one star, of a hundred twenty; what falls between is rounded up from the middle.</summary>
    /// <returns>Null where it is not on the scale.</returns>
    public static int? Stars(decimal rating, int scale) =>
        rating < 0 || rating > scale ? null : Math.Clamp((int)Math.Round(rating * 5 / scale, MidpointRounding.AwayFromZero), 1, 5);
}
