using System.Globalization;
using CustomerService.Core.Catalog;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;

namespace CustomerService.Core.Tests.Questions;

/// <summary>
/// Questions with what should be read in them, one a line: <c>question => Intent,Intent; slot=values</c>. Intents, wishes, price, category,
/// codes and quantity must be just these; attributes and aspects must be among those read. What a line does not name is not checked.
/// </summary>
internal static class QuestionTable
{
    public static IReadOnlyList<Category> Categories { get; } =
    [
        Named("earphones", "이어폰", "Earphones", "이어버드", "무선이어폰", "블루투스이어폰", "버즈", "넥밴드", "earphone", "earbuds", "earbud", "buds", "in-ear", "neckband"),
        Named("headphones", "헤드폰", "Headphones", "헤드셋", "무선헤드폰", "headphone", "headset", "over-ear"),
        Named("speakers", "스피커", "Speakers", "사운드바", "블루투스스피커", "speaker", "soundbar", "bluetooth speaker"),
        Named("smartwatches", "스마트워치", "Smartwatches", "워치", "시계", "스마트밴드", "smartwatch", "smart watch", "watch", "fitness tracker", "fitness band"),
        Named("power-banks", "보조배터리", "Power banks", "파워뱅크", "휴대용배터리", "외장배터리", "power bank", "powerbank", "portable charger", "battery pack"),
        Named("chargers", "충전기·케이블", "Chargers and cables", "충전기", "어댑터", "케이블", "무선충전기", "charger", "adapter", "cable", "wireless charger"),
        Named("keyboards", "키보드", "Keyboards", "기계식키보드", "무선키보드", "자판", "keyboard", "mechanical keyboard"),
        Named("mice", "마우스", "Mice", "무선마우스", "게이밍마우스", "버티컬마우스", "mouse", "gaming mouse", "vertical mouse"),
        Named("monitors", "모니터", "Monitors", "게이밍모니터", "monitor", "gaming monitor"),
        Named("laptops", "노트북", "Laptops", "랩탑", "노트북컴퓨터", "laptop", "notebook", "ultrabook"),
        Named("tablets", "태블릿", "Tablets", "태블릿pc", "tablet", "tablet pc"),
        Named("storage", "저장장치", "Storage", "외장하드", "외장ssd", "메모리카드", "마이크로sd", "sd카드", "ssd", "portable ssd", "external drive", "memory card", "microsd", "sd card"),
        Named("cameras", "카메라", "Cameras", "액션캠", "웹캠", "camera", "action camera", "webcam"),
        Named("home", "생활가전", "Home appliances", "로봇청소기", "청소기", "무선청소기", "공기청정기", "가습기", "robot vacuum", "vacuum", "vacuum cleaner", "air purifier", "humidifier"),
        Named("accessories", "액세서리", "Accessories", "악세사리", "이어팁", "거치대", "받침대", "accessory", "ear tips", "laptop stand"),
    ];

    public static IEnumerable<(string Question, string Expected)> Lines(string table) =>
        table.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .Select(line => line.Split("=>", StringSplitOptions.TrimEntries))
            .Select(parts => (parts[0], parts[1]));

    public static QuestionReading Read(string question, string currency = "KRW") =>
        new QuestionReader().Read(question, LanguageExtensions.Detect(question), Categories, currency);

    /// <summary>What is wrong with the reading, for people; null when it is as expected.</summary>
    public static string? Fault(string question, string expected)
    {
        var reading = Read(question);
        foreach (var (part, index) in expected.Split(';', StringSplitOptions.TrimEntries).Select((part, index) => (part, index)))
        {
            var slot = index == 0 ? ["intents", part] : part.Split('=', 2);
            var actual = Slot(reading, slot[0]);
            var isWrong = slot[0] is "attributes" or "aspects" && slot[1] != "none"
                ? slot[1].Split(',').Except(actual.Split(',')).Any()
                : actual != (slot[1] == "none" ? "" : slot[1]);
            if (isWrong)
                return $"{question}: {slot[0]} should be {slot[1]}, is {actual} ({Describe(reading)})";
        }

        return null;
    }

    public static string Describe(QuestionReading reading) =>
        string.Join("; ", new[] { "intents", "attributes", "aspects", "wishes", "price", "category", "codes", "quantity", "rest" }
            .Select(name => (name, value: Slot(reading, name))).Where(slot => slot.value.Length > 0).Select(slot => $"{slot.name}={slot.value}"));

    private static string Slot(QuestionReading reading, string name) => name switch
    {
        "intents" => string.Join(',', reading.Intents),
        "attributes" => string.Join(',', reading.AttributeKeys),
        "aspects" => string.Join(',', reading.Aspects),
        "wishes" => string.Join(',', reading.Wishes.Select(w => $"{w.Key}:{w.Kind}" + (w.Value is { } v ? ":" + v.ToString(CultureInfo.InvariantCulture) : ""))),
        "price" => reading.Price is { } p ? $"{p.MinMinor}..{p.MaxMinor} {p.Currency}" : "",
        "category" => reading.CategoryId ?? "",
        "codes" => string.Join(',', reading.ProductCodes),
        "quantity" => reading.QuantityWanted?.ToString(CultureInfo.InvariantCulture) ?? "",
        "rest" => string.Join(' ', reading.RestWords),
        _ => throw new ArgumentException($"There is no slot {name}.", nameof(name)),
    };

    private static Category Named(string id, string ko, string en, params string[] terms) => new() { Id = id, Name = new(ko, en), Terms = [.. terms] };
}
