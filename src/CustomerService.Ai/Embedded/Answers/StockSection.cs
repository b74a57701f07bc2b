using System.Globalization;
using CustomerService.Core.Catalog;
using CustomerService.Core.Lookups;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;

namespace CustomerService.Ai.Embedded.Answers;

/// <summary>Whether it can be had, from where, and when it leaves.</summary>
internal static class StockSection
{
    private static readonly CultureInfo KoreanCulture = CultureInfo.GetCultureInfo("ko-KR");
    private static readonly CultureInfo EnglishCulture = CultureInfo.GetCultureInfo("en-US");

    public static void Write(AnswerWriter writer, EvidenceView evidence, bool asked)
    {
        if (evidence.Stock is not { } stock)
        {
            if (asked)
                WriteUnknown(writer, evidence);
            return;
        }

        if (stock.Status == ProductStatus.Discontinued)
        {
            writer.Say(
                $"{Hangul.With(evidence.Name, "은/는")} 단종되어 새로 입고되지 않습니다.",
                $"The {evidence.Name} has been discontinued and will not be restocked.",
                evidence.Product(evidence.Subject!));
        }

        var told = asked ? WriteNamed(writer, evidence, stock) : [];
        if (stock.Available > 0)
            WriteAvailable(writer, evidence, stock, asked, told);
        else
            WriteNothing(writer, evidence, stock);
        WriteInbound(writer, evidence, stock, always: asked || stock.Available is not > 0);
        if (asked && evidence.Reading.Has(Intent.Delivery))
        {
            writer.Say(
                "제가 확인할 수 있는 것은 출고일까지이며, 도착일은 택배사와 지역에 따라 달라 알 수 없습니다.",
                "I can only tell when it leaves the warehouse; the arrival day depends on the carrier and your area, and I do not know it.");
        }
    }

    private static void WriteUnknown(AnswerWriter writer, EvidenceView evidence)
    {
        if (evidence.Missing(LookupKind.StockCheck))
        {
            writer.Say(
                "재고를 지금 확인하지 못했습니다. 재고가 없다는 뜻은 아니니 잠시 후 다시 물어봐 주세요.",
                "I could not check the stock just now. That does not mean there is none; please ask again in a moment.");
        }
        else if (evidence.Subject is not null)
        {
            writer.Say(
                $"{Hangul.With(evidence.Name, "을/를")} 취급하는 물류센터가 등록되어 있지 않아 재고를 알 수 없습니다.",
                $"No warehouse is on record as carrying the {evidence.Name}, so its stock is unknown.");
        }
    }

    /// <summary>The warehouses whose town the question names, first.</summary>
    private static List<StockAtWarehouse> WriteNamed(AnswerWriter writer, EvidenceView evidence, StockData stock)
    {
        var question = evidence.Query.Query.Question;
        var named = stock.Warehouses.Where(w => Names(w.Name.Ko) || Names(w.Name.En)).ToList();
        foreach (var warehouse in named)
        {
            var (ko, en) = warehouse.Quantity switch
            {
                null => ($"{warehouse.Name.Ko}의 재고는 아직 집계되지 않아 있는지 알 수 없습니다.", $"I do not know whether the {warehouse.Name.En} has any: it has not reported a count."),
                0 => ($"{warehouse.Name.Ko}에는 재고가 없습니다.", $"The {warehouse.Name.En} has none in stock."),
                var n => ($"네, {warehouse.Name.Ko}에 {n:N0}개가 있습니다.", $"Yes, the {warehouse.Name.En} has {n:N0}."),
            };
            writer.Say(ko, en, evidence.StockAt(stock, warehouse));
        }

        return named;

        bool Names(string name) => question.Contains(name.Split(' ')[0], StringComparison.OrdinalIgnoreCase);
    }

    private static void WriteAvailable(AnswerWriter writer, EvidenceView evidence, StockData stock, bool asked, List<StockAtWarehouse> told)
    {
        var counted = stock.Warehouses.Where(w => w.Quantity is not null).ToList();
        var stocked = counted.Where(w => w.Quantity > 0).ToList();
        var refs = counted.Select(w => evidence.StockAt(stock, w)).ToArray();
        var listKo = string.Join(", ", counted.Select(w => $"{w.Name.Ko} {w.Quantity:N0}개"));
        var listEn = string.Join(", ", counted.Select(w => $"{w.Quantity:N0} in the {w.Name.En}"));
        var totalKo = stocked.Count > 1 ? $", 모두 {stock.Available:N0}개" : "";
        var totalEn = stocked.Count > 1 ? $", {stock.Available:N0} in all" : "";

        if (evidence.Reading.QuantityWanted is { } wanted && asked)
        {
            var (ko, en) = (stock.Available >= wanted, stock.AllReported) switch
            {
                (true, _) => ($"네, {wanted:N0}개 구매하실 수 있습니다. 지금 {listKo}{totalKo}가 있습니다.", $"Yes, you can buy {wanted:N0}. There are {listEn}{totalEn}."),
                (_, true) => (
                    $"지금 집계된 재고는 {listKo}{totalKo}여서 {wanted:N0}개는 한 번에 준비되지 않습니다.",
                    $"{wanted:N0} cannot be supplied at once: the counted stock is {listEn}{totalEn}."),
                _ => (
                    $"지금 집계된 재고는 {listKo}{totalKo}지만 아직 집계되지 않은 곳이 있어, {wanted:N0}개를 준비할 수 있는지는 지금 알 수 없습니다.",
                    $"The counted stock is {listEn}{totalEn}, but not every warehouse has reported, so I do not know whether {wanted:N0} can be supplied."),
            };
            writer.Say(ko, en, refs);
        }
        else
        {
            writer.Say(
                asked && told.Count == 0 ? $"네, 재고가 있습니다. {listKo}{totalKo}입니다." : $"{(told.Count > 0 ? "전체 재고" : "재고")}는 {listKo}{totalKo}입니다.",
                asked && told.Count == 0 ? $"Yes, it is in stock: {listEn}{totalEn}." : $"{(told.Count > 0 ? "Everywhere" : "In stock")}: {listEn}{totalEn}.",
                refs);
        }

        foreach (var silent in stock.Warehouses.Where(w => w.Quantity is null).Except(told))
        {
            writer.Say(
                $"{silent.Name.Ko}의 수량은 아직 집계되지 않았습니다.",
                $"The {silent.Name.En} has not reported a count yet.",
                evidence.StockAt(stock, silent));
        }

        WriteDispatch(writer, evidence, stock, stocked);
    }

    private static void WriteDispatch(AnswerWriter writer, EvidenceView evidence, StockData stock, List<StockAtWarehouse> stocked)
    {
        var today = stocked.Where(w => w.ShipsToday).ToList();
        if (today.Count > 0)
        {
            var cutoff = today.Max(w => w.Cutoff)!.Value;
            var from = today.Where(w => w.Cutoff == cutoff).ToList();
            writer.Say(
                $"{Time(cutoff, Language.Korean)} 전에 주문하시면 {Names(from, Language.Korean)}에서 오늘 출고됩니다.",
                $"Ordered before {Time(cutoff, Language.English)}, it leaves the {Names(from, Language.English)} today.",
                [.. from.Select(w => evidence.StockAt(stock, w))]);
            return;
        }

        if (stocked.Min(w => w.NextDispatch) is not { } day)
            return;
        var first = stocked.Where(w => w.NextDispatch == day).ToList();
        writer.Say(
            $"오늘은 더 출고되지 않으며, 지금 주문하시면 {Day(day, Language.Korean)}에 {Names(first, Language.Korean)}에서 출고됩니다.",
            $"Nothing more leaves today; ordered now, it leaves the {Names(first, Language.English)} on {Day(day, Language.English)}.",
            [.. first.Select(w => evidence.StockAt(stock, w))]);
    }

    private static void WriteNothing(AnswerWriter writer, EvidenceView evidence, StockData stock)
    {
        var refs = stock.Warehouses.Select(w => evidence.StockAt(stock, w)).ToArray();
        if (stock.Available is null)
        {
            writer.Say(
                "물류센터가 수량을 아직 알려 오지 않아 재고가 있는지 지금은 알 수 없습니다.",
                "The warehouses have not reported a count, so I do not know whether it is in stock.",
                refs);
        }
        else if (!stock.AllReported)
        {
            var silent = stock.Warehouses.Where(w => w.Quantity is null).ToList();
            writer.Say(
                $"집계된 물류센터에는 재고가 없고, {Names(silent, Language.Korean)}의 수량은 아직 집계되지 않았습니다.",
                $"The warehouses that have reported have none, and the {Names(silent, Language.English)} {(silent.Count == 1 ? "has" : "have")} not reported a count.",
                refs);
        }
        else
        {
            writer.Say("지금은 모든 물류센터에서 품절입니다.", "It is sold out in all warehouses at the moment.", refs);
        }
    }

    private static void WriteInbound(AnswerWriter writer, EvidenceView evidence, StockData stock, bool always)
    {
        if (!always || stock.Status == ProductStatus.Discontinued)
            return;
        var any = false;
        foreach (var warehouse in stock.Warehouses)
        {
            foreach (var inbound in warehouse.Inbound)
            {
                any = true;
                var source = evidence.StockAt(stock, warehouse);
                if (inbound.Overdue)
                {
                    writer.Say(
                        $"{Day(inbound.ExpectedOn, Language.Korean)}에 {Hangul.With(warehouse.Name.Ko, "으로/로")} 들어오기로 한 {inbound.Quantity:N0}개는 아직 입고가 확인되지 않아 언제 들어올지 알 수 없습니다.",
                        $"{inbound.Quantity:N0} were due at the {warehouse.Name.En} on {Day(inbound.ExpectedOn, Language.English)} but have not been booked in, so I do not know when they will come.",
                        source);
                }
                else
                {
                    writer.Say(
                        $"{Day(inbound.ExpectedOn, Language.Korean)}에 {Hangul.With(warehouse.Name.Ko, "으로/로")} {inbound.Quantity:N0}개가 입고될 예정입니다.",
                        $"{inbound.Quantity:N0} more are expected at the {warehouse.Name.En} on {Day(inbound.ExpectedOn, Language.English)}.",
                        source);
                }
            }
        }

        if (!any && stock.Available == 0 && stock.AllReported)
            writer.Say("정해진 입고 일정은 없습니다.", "No restock is scheduled.", [.. stock.Warehouses.Select(w => evidence.StockAt(stock, w))]);
    }

    private static string Names(IReadOnlyList<StockAtWarehouse> warehouses, Language language) =>
        string.Join(language.Choose("·", " and the "), warehouses.Select(w => w.Name.In(language)));

    public static string Day(DateOnly day, Language language) =>
        language == Language.Korean ? day.ToString("M월 d일(ddd)", KoreanCulture) : day.ToString("dddd, MMMM d", EnglishCulture);

    private static string Time(TimeOnly time, Language language) =>
        language == Language.Korean
            ? time.ToString(time.Minute == 0 ? "tt h시" : "tt h시 m분", KoreanCulture)
            : time.ToString(time.Minute == 0 ? "h tt" : "h:mm tt", EnglishCulture);
}
