using System.Text.Json;
using System.Text.Json.Serialization;
using CustomerService.Core.Answers;

namespace CustomerService.Web.Api;

/// <summary>A question, as it is sent.</summary>
internal sealed record AnswerRequest(string? Question, string? ProductId, string? CustomerId, string? Language, ContextMessage? Context);

internal sealed record ContextMessage(string? AgeGroup, string? UseCase, string? Interests);

internal sealed record DeltaMessage(string Text);

internal sealed record ErrorMessage(string Code, string Message);

/// <summary>A message for a model, as it is sent.</summary>
internal sealed record StreamRequest(string? Model, string? Message);

internal sealed record ContentMessage(string Content);

internal sealed record BrokenOffMessage(ErrorMessage Error);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, PropertyNameCaseInsensitive = true, Converters = [typeof(CamelCaseEnums)])]
[JsonSerializable(typeof(AnswerRequest))]
[JsonSerializable(typeof(DeltaMessage))]
[JsonSerializable(typeof(ErrorMessage))]
[JsonSerializable(typeof(StreamRequest))]
[JsonSerializable(typeof(ContentMessage))]
[JsonSerializable(typeof(BrokenOffMessage))]
[JsonSerializable(typeof(ProductPageMessage))]
[JsonSerializable(typeof(ProductMessage))]
internal sealed partial class ApiJson : JsonSerializerContext;

internal static class ApiFormat
{
    public static ApiJson Json { get; } = new(new JsonSerializerOptions(ApiJson.Default.Options) { Encoder = AnswerJson.Encoder });
}
