using System.Text.Json;
using CustomerService.Core.Answers;

namespace CustomerService.Web.Api;

/// <summary>What went wrong, in words for those who call the API (RFC 9457).</summary>
internal static class ApiProblems
{
    public static IResult Invalid(IReadOnlyList<InputProblem> problems) => TypedResults.ValidationProblem(
        problems.GroupBy(p => FieldName(p.Field)).ToDictionary(g => g.Key, g => g.Select(Message).ToArray()),
        title: "The request has wrong values");

    public static IResult Malformed(JsonException error) => TypedResults.Problem(
        statusCode: StatusCodes.Status400BadRequest,
        title: "The request is not valid JSON",
        detail: error.LineNumber is { } line
            ? $"The body could not be read at line {line + 1}, position {error.BytePositionInLine + 1}{(error.Path is { Length: > 1 } path ? $", at {path}" : "")}."
            : "The body could not be read.");

    public static IResult NotJson() => TypedResults.Problem(
        statusCode: StatusCodes.Status415UnsupportedMediaType, title: "The request is not JSON", detail: "Send the body as application/json.");

    public static IResult TooLarge(int limit) => TypedResults.Problem(
        statusCode: StatusCodes.Status413PayloadTooLarge, title: "The request is too large", detail: $"The body may have at most {limit:N0} bytes.");

    public static IResult NotFound(string what, string id) => TypedResults.Problem(
        statusCode: StatusCodes.Status404NotFound, title: $"There is no such {what}", detail: $"No {what} has the id \"{id}\".");

    public static IResult Failed(AnswerFailure failure, string answerId) => failure == AnswerFailure.StorageUnavailable
        ? TypedResults.Problem(statusCode: StatusCodes.Status503ServiceUnavailable, title: "The database cannot be reached", detail: FailureMessage(failure, answerId))
        : TypedResults.Problem(statusCode: StatusCodes.Status500InternalServerError, title: "The answer could not be written", detail: FailureMessage(failure, answerId));

    public static string FailureMessage(AnswerFailure failure, string answerId) => failure == AnswerFailure.StorageUnavailable
        ? $"The question could not be stored or its answer kept. Please try again in a moment. The log has the cause under {answerId}."
        : $"Something broke while the answer was written. Please ask again. The log has the cause under {answerId}.";

    public static string FieldName(InputField field) => field switch
    {
        InputField.Question => "question",
        InputField.ProductId => "productId",
        InputField.CustomerId => "customerId",
        InputField.Language => "language",
        InputField.AgeGroup => "context.ageGroup",
        InputField.UseCase => "context.useCase",
        _ => "context.interests",
    };

    public static string Message(InputProblem problem) => (problem.Field, problem.Code) switch
    {
        (InputField.ProductId, InputProblemCode.Unknown) => "There is no product with this id.",
        (InputField.CustomerId, InputProblemCode.Unknown) => "There is no customer with this id.",
        (InputField.Language, _) => "Must be ko or en.",
        (_, InputProblemCode.Empty) => "Must not be empty.",
        (_, InputProblemCode.TooLong) => $"Must have at most {problem.Limit:N0} characters.",
        (_, InputProblemCode.ControlCharacters) => "Must not hold control characters or broken Unicode.",
        _ => "Must have 1 to 64 letters, digits, '-', '_' or '.'.",
    };
}
