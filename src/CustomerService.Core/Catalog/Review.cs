using CustomerService.Core.Text;

namespace CustomerService.Core.Catalog;

/// <summary>What a buyer wrote about a product.</summary>
public sealed class Review
{
    public required string Id { get; init; }
    public required string ProductId { get; init; }
    /// <summary>1 to 5.</summary>
    public required int Stars { get; init; }
    public required Language Language { get; init; }
    public required string Text { get; init; }
    /// <summary>The name under which it was published.</summary>
    public required string Author { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
    /// <summary>How many readers found it helpful; 0 or more.</summary>
    public int HelpfulVotes { get; init; }
}

/// <summary>How many reviews of each number of stars a product has, kept beside the reviews so that lists need not count.</summary>
public sealed class ReviewTally
{
    public required string ProductId { get; init; }
    public int One { get; set; }
    public int Two { get; set; }
    public int Three { get; set; }
    public int Four { get; set; }
    public int Five { get; set; }
    /// <summary>Grows by one with each change of the product's reviews.</summary>
    public long Version { get; set; }

    public int Count => One + Two + Three + Four + Five;
    /// <summary>1 to 5; null without reviews.</summary>
    public double? Average => Count == 0 ? null : (One + 2 * Two + 3 * Three + 4 * Four + 5 * Five) / (double)Count;
}
