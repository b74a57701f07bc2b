using CustomerService.Core.Catalog;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;

namespace CustomerService.Core.Answers;

/// <summary>Where a question came in.</summary>
public enum Surface
{
    Page,
    Api,
    CommandLine,
    Widget,
}

/// <summary>A customer's question, checked: made by <see cref="CustomerQuery.Create"/> only.</summary>
public sealed record CustomerQuery
{
    public const int MaxQuestionLength = 2000;

    private CustomerQuery()
    {
    }

    /// <summary>The id that the answer will bear.</summary>
    public required string AnswerId { get; init; }
    /// <summary>1 to 2,000 characters, without control characters other than line breaks and tabs.</summary>
    public required string Question { get; init; }
    public string? ProductId { get; init; }
    public string? CustomerId { get; init; }
    public required Language Language { get; init; }
    public required CustomerContext Context { get; init; }
    public required Surface Surface { get; init; }
    /// <summary>An interrupted answer to this question that is to be gone on with; null for a new question.</summary>
    public Answer? SoFar { get; private init; }

    /// <summary>The same question again, to go on where its answer broke off. The answer gets an id of its own.</summary>
    public static CustomerQuery GoOn(Answer soFar) => new()
    {
        AnswerId = NewId(),
        Question = soFar.Question,
        ProductId = soFar.ProductId,
        CustomerId = soFar.CustomerId,
        Language = soFar.Language,
        Context = CustomerContext.None,
        Surface = soFar.Surface,
        SoFar = soFar,
    };

    /// <summary>Checks what came in from outside.</summary>
    /// <param name="language">An ISO 639-1 code; null or empty takes the question's own language.</param>
    /// <returns>The query, or everything that is wrong with it, each with its field.</returns>
    public static (CustomerQuery? Query, IReadOnlyList<InputProblem> Problems) Create(
        string? question, string? productId, string? customerId, string? language, CustomerContext? context, Surface surface)
    {
        var problems = new List<InputProblem>();
        var text = question?.Trim() ?? "";
        if (text.Length == 0)
            problems.Add(new(InputField.Question, InputProblemCode.Empty));
        else if (text.Length > MaxQuestionLength)
            problems.Add(new(InputField.Question, InputProblemCode.TooLong, MaxQuestionLength));
        else if (HasControlCharacters(text, allowLineBreaks: true))
            problems.Add(new(InputField.Question, InputProblemCode.ControlCharacters));

        var product = Identifier(productId, InputField.ProductId, problems);
        var customer = Identifier(customerId, InputField.CustomerId, problems);
        var spoken = string.IsNullOrWhiteSpace(language) ? LanguageExtensions.Detect(text) : LanguageExtensions.TryParse(language.Trim());
        if (spoken is null)
            problems.Add(new(InputField.Language, InputProblemCode.Unknown));

        var known = context ?? CustomerContext.None;
        known = new(
            Words(known.AgeGroup, 40, InputField.AgeGroup, problems),
            Words(known.UseCase, 200, InputField.UseCase, problems),
            Words(known.Interests, 200, InputField.Interests, problems));

        if (problems.Count > 0)
            return (null, problems);
        return (new CustomerQuery
        {
            AnswerId = NewId(),
            Question = text,
            ProductId = product,
            CustomerId = customer,
            Language = spoken!.Value,
            Context = known,
            Surface = surface,
        }, problems);
    }

    private static string NewId() => "A" + Guid.CreateVersion7().ToString("N");

    private static string? Identifier(string? value, InputField field, List<InputProblem> problems)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        var id = value.Trim();
        if (id.Length > 64 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
        {
            problems.Add(new(field, InputProblemCode.Malformed));
            return null;
        }

        return id.ToUpperInvariant();
    }

    private static string? Words(string? value, int max, InputField field, List<InputProblem> problems)
    {
        if (string.IsNullOrWhiteSpace(value))
            return null;
        var text = value.Trim();
        if (text.Length > max)
            problems.Add(new(field, InputProblemCode.TooLong, max));
        else if (HasControlCharacters(text, allowLineBreaks: false))
            problems.Add(new(field, InputProblemCode.ControlCharacters));
        return text;
    }

    private static bool HasControlCharacters(string text, bool allowLineBreaks)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsControl(c) && !(allowLineBreaks && c is '\n' or '\r' or '\t'))
                return true;
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                i++;
            else if (char.IsSurrogate(c))
                return true;
        }

        return false;
    }
}

public enum InputField
{
    Question,
    ProductId,
    CustomerId,
    Language,
    AgeGroup,
    UseCase,
    Interests,
}

public enum InputProblemCode
{
    Empty,
    TooLong,
    ControlCharacters,
    Malformed,
    /// <summary>Well-formed, but there is no such product, customer or language.</summary>
    Unknown,
}

/// <param name="Limit">The longest allowed length, with <see cref="InputProblemCode.TooLong"/>.</param>
public sealed record InputProblem(InputField Field, InputProblemCode Code, int? Limit = null);

/// <summary>A query whose words were read and whose product and customer were looked up.</summary>
/// <param name="Products">What the question is about: the given product or the one its words name first, then others it names. Empty when it names none.</param>
/// <param name="ProductWasGiven">Whether the first product came with the query rather than out of its words.</param>
/// <param name="Customer">Null for somebody unknown.</param>
/// <param name="Context">The query's context, completed from the customer's profile.</param>
/// <param name="AskedAt">The instant that decides what "today" is.</param>
public sealed record ResolvedQuery(
    CustomerQuery Query,
    QuestionReading Reading,
    IReadOnlyList<CatalogProduct> Products,
    bool ProductWasGiven,
    Customer? Customer,
    CustomerContext Context,
    DateTimeOffset AskedAt)
{
    public CatalogProduct? Product => Products.Count > 0 ? Products[0] : null;
    public Language Language => Query.Language;
}
