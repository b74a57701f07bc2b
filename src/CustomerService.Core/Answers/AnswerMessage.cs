using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using CustomerService.Core.Lookups;
using CustomerService.Core.Models;
using CustomerService.Core.Text;

namespace CustomerService.Core.Answers;

/// <summary>One lookup's result as other programs read it. <c>data</c> only where it found something.</summary>
/// <param name="ElapsedMs">Milliseconds from the common start of the lookups.</param>
/// <param name="Summary">One line in the answer's language.</param>
public sealed record LookupMessage(LookupKind Kind, LookupState State, double ElapsedMs, string Summary, LookupData? Data)
{
    public static LookupMessage Of(LookupResult result, Language language) => new(
        result.Kind, result.State, Milliseconds(result.Elapsed), LookupSummary.Of(result, language), (result as LookupResult.Found)?.Data);

    public static double Milliseconds(TimeSpan time) => Math.Round(time.TotalMilliseconds, 1);
}

/// <param name="Cost">US dollars; null when the price is unknown.</param>
/// <param name="Estimated">Whether tokens are estimates, because the endpoint sent no usage.</param>
public sealed record UsageMessage(int PromptTokens, int CompletionTokens, decimal? Cost, bool Estimated);

/// <summary>Milliseconds from the moment the question was accepted.</summary>
public sealed record TimingsMessage(double? LookupsMs, double? FirstTokenMs, double TotalMs);

/// <summary>The whole answer as other programs read it.</summary>
public sealed record AnswerMessage(
    string AnswerId, string Question, string? ProductId, string? CustomerId, string Language, AnswerState State, string Answer, AnswerSource Source,
    string? Model, string? ProductInfo, string? ReviewSummary, string? StockStatus, string? Recommendation, IReadOnlyList<LookupMessage> Lookups,
    IReadOnlyList<Citation> Citations, UsageMessage Usage, TimingsMessage Timings, DateTimeOffset AskedAt, Authorship Author,
    IReadOnlyList<HeldBack> HeldBack, ModelFault? Fault)
{
    public static AnswerMessage Of(Answer answer)
    {
        var lookups = answer.Lookups.Select(l => LookupMessage.Of(l, answer.Language)).ToList();
        return new(
            answer.Id, answer.Question, answer.ProductId, answer.CustomerId, answer.Language.Code(), answer.State, answer.Text, answer.Source, answer.Model,
            Line(LookupKind.ProductInfo), Line(LookupKind.ReviewAnalysis), Line(LookupKind.StockCheck), Line(LookupKind.Recommendation),
            lookups, answer.Citations,
            new(answer.Usage.PromptTokens, answer.Usage.CompletionTokens, answer.Usage.Cost, answer.Usage.Estimated),
            new(Milliseconds(answer.Timings.Lookups), Milliseconds(answer.Timings.FirstToken), LookupMessage.Milliseconds(answer.Timings.Total)),
            // To the millisecond, as it is stored.
            DateTimeOffset.FromUnixTimeMilliseconds(answer.AskedAt.ToUnixTimeMilliseconds()),
            answer.Author, answer.HeldBack, answer.Fault);

        string? Line(LookupKind kind) => lookups.FirstOrDefault(l => l.Kind == kind)?.Summary;
    }

    private static double? Milliseconds(TimeSpan? time) => time is { } t ? LookupMessage.Milliseconds(t) : null;
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(CamelCaseEnums)])]
[JsonSerializable(typeof(AnswerMessage))]
[JsonSerializable(typeof(LookupMessage))]
public sealed partial class AnswerMessageJson : JsonSerializerContext;

/// <summary>How answers are written for other programs: names in camel case, and Korean as it is rather than in escapes.</summary>
public static class AnswerJson
{
    public static JavaScriptEncoder Encoder { get; } = JavaScriptEncoder.Create(UnicodeRanges.All);
    public static AnswerMessageJson Compact { get; } = new(new JsonSerializerOptions(AnswerMessageJson.Default.Options) { Encoder = Encoder });
    public static AnswerMessageJson Indented { get; } = new(new JsonSerializerOptions(AnswerMessageJson.Default.Options) { Encoder = Encoder, WriteIndented = true });
}

/// <summary>Enum values as <c>reviewAnalysis</c> rather than <c>ReviewAnalysis</c>.</summary>
public sealed class CamelCaseEnums() : JsonStringEnumConverter(JsonNamingPolicy.CamelCase);
