using System.Runtime.CompilerServices;
using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using CustomerService.Core.Lookups;
using CustomerService.Core.Models;
using CustomerService.Core.Questions;

namespace CustomerService.Ai.Embedded.Answers;

/// <summary>
/// Writes the combined answer from the evidence by rules, without a model: deterministic, no network. It speaks to what was asked
/// in the order of the intents, then adds what helps, and says what it could not find out.
/// </summary>
public sealed class EmbeddedComposer : IAnswerComposer
{
    private const int FactsInOverview = 4;

    public async IAsyncEnumerable<AnswerPart> ComposeAsync(
        ResolvedQuery query, IReadOnlyList<LookupResult> evidence, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var part in Write(query, evidence))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return part;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <param name="forAgent">Whether a person is to send it as their own words.</param>
    internal static IReadOnlyList<AnswerPart> Write(ResolvedQuery query, IReadOnlyList<LookupResult> results, bool forAgent = false)
    {
        var evidence = new EvidenceView(query, results);
        var writer = new AnswerWriter(query.Language, forAgent);
        var spokenOf = new HashSet<LookupKind>();
        var quoted = new List<Intent>();
        foreach (var intent in query.Reading.Intents.Where(i => !IsAnsweredByFact(i, evidence)))
        {
            writer.Break();
            var suffices = DocumentSection.Suffices(evidence, intent);
            if (suffices && DocumentSection.TryWrite(writer, evidence, intent))
            {
                quoted.Add(intent);
                continue;
            }

            // A document has answered what names no product.
            if (evidence.Subject is null && quoted.Count > 0 && IsAboutProduct(intent) && evidence.Recommendation is null)
                continue;
            WriteIntent(writer, evidence, intent, spokenOf);
            if (!suffices)
                DocumentSection.TryWrite(writer, evidence, intent);
        }

        if (evidence.Subject is not null && query.Reading.Intents.Except(quoted).Any(IsAboutProduct))
        {
            writer.Break();
            WriteMore(writer, evidence, spokenOf);
            ShopSection.WriteMissing(writer, evidence, spokenOf);
        }

        return [new AnswerPart.Author(Authorship.Embedded), .. writer.Parts];
    }

    private static void WriteIntent(AnswerWriter writer, EvidenceView evidence, Intent intent, HashSet<LookupKind> spokenOf)
    {
        if (!IsAboutProduct(intent))
        {
            ShopSection.Write(writer, evidence, intent);
            return;
        }

        if (evidence.Subject is null && intent != Intent.Recommendation)
        {
            if (evidence.Recommendation is null)
                ShopSection.WriteNoProduct(writer, evidence);
            else if (spokenOf.Add(LookupKind.Recommendation))
                RecommendationSection.Write(writer, evidence);
            return;
        }

        switch (intent)
        {
            case Intent.ProsAndCons:
                spokenOf.Add(LookupKind.ReviewAnalysis);
                ReviewSection.WriteProsAndCons(writer, evidence);
                break;
            case Intent.Opinion:
                spokenOf.Add(LookupKind.ReviewAnalysis);
                if (evidence.Reading.Aspects.Count == 0)
                    ShopSection.WriteUnknownWords(writer, evidence);
                ReviewSection.WriteOpinion(writer, evidence, evidence.Reading.Aspects);
                if (evidence.Reviews is null && evidence.Info?.Facts.Any(f => f.Asked) == true)
                    FactSection.Write(writer, evidence);
                break;
            case Intent.Fact:
                spokenOf.Add(LookupKind.ProductInfo);
                FactSection.Write(writer, evidence);
                break;
            case Intent.Price:
                spokenOf.Add(LookupKind.ProductInfo);
                FactSection.WritePrice(writer, evidence);
                break;
            case Intent.Stock or Intent.Delivery:
                if (spokenOf.Add(LookupKind.StockCheck))
                    StockSection.Write(writer, evidence, asked: true);
                break;
            case Intent.Recommendation:
                if (spokenOf.Add(LookupKind.Recommendation))
                    RecommendationSection.Write(writer, evidence);
                break;
            case Intent.Comparison:
                spokenOf.Add(LookupKind.ProductInfo);
                if (evidence.Info is { Compared.Count: > 0 })
                    spokenOf.Add(LookupKind.StockCheck);
                ComparisonSection.Write(writer, evidence);
                break;
            default:
                spokenOf.Add(LookupKind.ProductInfo);
                WriteOverview(writer, evidence);
                break;
        }
    }

    private static void WriteOverview(AnswerWriter writer, EvidenceView evidence)
    {
        if (evidence.Info is not { } info)
        {
            FactSection.WriteUnavailable(writer, evidence);
            return;
        }

        ShopSection.WriteUnknownWords(writer, evidence);
        writer.Say(info.Description.Ko, info.Description.En, evidence.Product(info.Product));
        var facts = info.Facts.Where(f => f.Number is not 0).Take(FactsInOverview).ToList();
        if (facts.Count > 0)
        {
            writer.Say(
                $"주요 사양은 {string.Join(", ", facts.Select(f => $"{f.Label.Ko} {f.Value.Ko}"))}입니다.",
                $"Main facts: {string.Join(", ", facts.Select(f => $"{f.Label.En.ToLowerInvariant()} {f.Value.En}"))}.",
                [.. facts.Select(f => evidence.Fact(info.Product, f))]);
        }

        FactSection.WritePrice(writer, evidence);
    }

    /// <summary>What a good shop assistant would add without being asked.</summary>
    private static void WriteMore(AnswerWriter writer, EvidenceView evidence, HashSet<LookupKind> spokenOf)
    {
        var intents = evidence.Reading.Intents;
        var cannotBeHad = evidence.Stock is { Available: 0, AllReported: true } || evidence.Subject!.Status == ProductStatus.Discontinued;
        if (!spokenOf.Contains(LookupKind.ReviewAnalysis) && evidence.Reviews is not null && intents.Any(i => i is Intent.Overview or Intent.Price))
        {
            spokenOf.Add(LookupKind.ReviewAnalysis);
            ReviewSection.WriteRating(writer, evidence);
        }

        if (intents.All(i => i == Intent.Recommendation))
            return;
        if (!spokenOf.Contains(LookupKind.StockCheck) && !intents.Contains(Intent.Comparison) && evidence.Stock is not null)
        {
            spokenOf.Add(LookupKind.StockCheck);
            StockSection.Write(writer, evidence, asked: false);
        }

        if (!spokenOf.Contains(LookupKind.Recommendation) && evidence.Recommendation is not null && (cannotBeHad || intents.Any(i => i is Intent.ProsAndCons or Intent.Overview or Intent.Opinion)))
        {
            spokenOf.Add(LookupKind.Recommendation);
            RecommendationSection.WriteAside(writer, evidence);
        }
    }

    /// <summary>How long the warranty is stands on the data sheet; the shop's rules need not be asked.</summary>
    private static bool IsAnsweredByFact(Intent intent, EvidenceView evidence) =>
        intent == Intent.Policy && evidence.Reading.Has(Intent.Fact) && evidence.Info?.Facts.Any(f => f is { Asked: true, Key: "warranty_months" }) == true;

    private static bool IsAboutProduct(Intent intent) =>
        intent is not (Intent.Policy or Intent.OrderStatus or Intent.Person or Intent.Courtesy or Intent.OutsideBusiness);
}
