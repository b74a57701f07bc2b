using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using CustomerService.Core.Catalog;
using CustomerService.Core.Search;
using CustomerService.Core.Text;
using CustomerService.Data.Search;
using Microsoft.Data.Sqlite;

namespace CustomerService.Testing;

/// <summary>How much to make. The same sizes and seed always make the same shop.</summary>
public sealed record LargeShopSize(int Products = 100_000, int Reviews = 1_000_000, int Customers = 10_000, int Seed = 20261122);

/// <summary>
/// Fills a migrated, empty SQLite database with a generated electronics shop, for measuring. Written with plain commands in one
/// transaction, since EF Core's change tracker would take minutes.
/// </summary>
public static class LargeShop
{
    private static readonly (string Id, LocalizedText Name, string[] Terms, LocalizedText Noun)[] Categories =
    [
        ("earphones", new("이어폰", "Earphones"), ["이어버드", "earbuds", "블루투스이어폰"], new("무선 이어폰", "Wireless Earphones")),
        ("headphones", new("헤드폰", "Headphones"), ["헤드셋", "headset"], new("헤드폰", "Headphones")),
        ("speakers", new("스피커", "Speakers"), ["사운드바", "soundbar"], new("블루투스 스피커", "Bluetooth Speaker")),
        ("smartwatches", new("스마트워치", "Smartwatches"), ["워치", "watch"], new("스마트워치", "Smartwatch")),
        ("power-banks", new("보조배터리", "Power banks"), ["파워뱅크", "powerbank"], new("보조배터리", "Power Bank")),
        ("chargers", new("충전기", "Chargers"), ["어댑터", "adapter"], new("고속 충전기", "Fast Charger")),
        ("keyboards", new("키보드", "Keyboards"), ["기계식키보드", "keyboard"], new("기계식 키보드", "Mechanical Keyboard")),
        ("mice", new("마우스", "Mice"), ["무선마우스", "mouse"], new("무선 마우스", "Wireless Mouse")),
        ("monitors", new("모니터", "Monitors"), ["디스플레이", "display"], new("모니터", "Monitor")),
        ("laptops", new("노트북", "Laptops"), ["랩탑", "notebook"], new("노트북", "Laptop")),
        ("tablets", new("태블릿", "Tablets"), ["패드", "pad"], new("태블릿", "Tablet")),
        ("storage", new("저장장치", "Storage"), ["외장하드", "ssd"], new("외장 SSD", "Portable SSD")),
        ("cameras", new("카메라", "Cameras"), ["웹캠", "webcam"], new("액션캠", "Action Camera")),
        ("home", new("생활가전", "Home"), ["로봇청소기", "vacuum"], new("로봇청소기", "Robot Vacuum")),
        ("accessories", new("액세서리", "Accessories"), ["케이스", "case"], new("케이스", "Case")),
    ];

    private static readonly LocalizedText[] Brands =
    [
        new("소닉웨이브", "SonicWave"), new("오로라", "Aurora"), new("한빛", "Hanbit"), new("노바", "Nova"), new("루멘", "Lumen"), new("테크온", "TechOn"),
        new("키론", "Keylon"), new("클린봇", "CleanBot"), new("블루코어", "BlueCore"), new("에코링크", "EcoLink"), new("파인픽", "FinePick"), new("하이런", "HiRun"),
        new("모노랩", "MonoLab"), new("세이프온", "SafeOn"), new("온누리", "Onnuri"), new("피크셀", "PeakCell"), new("퀀텀", "Quantum"), new("스마일리", "Smiley"),
        new("제로백", "ZeroBack"), new("트루톤", "TrueTone"), new("이지핏", "EasyFit"), new("비바체", "Vivace"), new("솔라리스", "Solaris"), new("미르", "Mir"),
    ];

    private static readonly LocalizedText[] Lines =
    [
        new("프로", "Pro"), new("라이트", "Lite"), new("맥스", "Max"), new("미니", "Mini"), new("스포츠", "Sport"), new("에어", "Air"), new("울트라", "Ultra"),
        new("클래식", "Classic"), new("스튜디오", "Studio"), new("고", "Go"), new("플러스", "Plus"), new("네오", "Neo"),
    ];

    private static readonly string[] ReviewTexts =
    [
        "음질은 좋은데 배송이 느려요. 포장은 꼼꼼했습니다.", "배터리가 정말 오래가고 착용감도 편해요.", "연결이 자꾸 끊겨서 아쉽습니다. 가격 생각하면 나쁘지 않아요.",
        "The sound is great but the case scratches easily.", "Battery doesn't last as long as promised. Shipping was fast.", "Comfortable, light and worth the price.",
        "디자인이 예쁘고 마감도 튼튼해요. 다음에도 살 것 같아요.", "화면이 선명하고 소음이 거의 없어요. 강력 추천!", "Setup was easy, the app is not bad at all.",
    ];

    // Every product has these; its category adds more, so that about eight come together.
    private static readonly (string Key, double From, double To)[] Numbers =
    [
        ("weight_g", 4, 2500), ("warranty_months", 6, 36), ("battery_hours", 4, 100), ("charge_minutes", 20, 240), ("power_w", 5, 140), ("bluetooth_version", 4, 6),
    ];

    private static readonly string[] Flags = ["noise_cancelling", "fast_charging", "wireless_charging", "multipoint", "gps", "microphone"];

    public static string ProductId(int number) => $"L{number.ToString("000000", CultureInfo.InvariantCulture)}";

    /// <summary>Fills the database behind a connection string. The tables must be there and empty.</summary>
    public static async Task FillAsync(string connectionString, LargeShopSize size, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(cancellationToken);
        await RunAsync(connection, "PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; PRAGMA foreign_keys = OFF; PRAGMA temp_store = MEMORY;", cancellationToken);
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            // Seeded on purpose: the figures measured on it can be compared.
#pragma warning disable CA5394
            var random = new Random(size.Seed);
#pragma warning restore CA5394
            var learn = await DropTriggerAsync(connection, "ProductSearchTexts_Inserted", cancellationToken);
            FillCategories(connection);
            FillProducts(connection, size, random, now);
            FillWords(connection, size);
            FillReviews(connection, size, random, now);
            FillCustomers(connection, size, random, now);
            await RunAsync(connection, "INSERT INTO \"ProductSearch\"(\"ProductSearch\") VALUES ('rebuild');" + learn, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await RunAsync(connection, "INSERT INTO \"ProductSearch\"(\"ProductSearch\") VALUES ('optimize'); ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);", cancellationToken);
    }

    // Row by row, each statement of a trigger makes the index write a segment of its own; built at once it takes a tenth of the time.
    private static async Task<string> DropTriggerAsync(SqliteConnection connection, string name, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = '{name}'";
        var sql = (string)(await command.ExecuteScalarAsync(cancellationToken))!;
        await RunAsync(connection, $"DROP TRIGGER \"{name}\"", cancellationToken);
        return sql;
    }

    private static void FillCategories(SqliteConnection connection)
    {
        using var insert = new Insert(connection, "Categories", "Id", "Name_Ko", "Name_En", "Terms");
        foreach (var (id, name, terms, _) in Categories)
            insert.Row(id, name.Ko, name.En, JsonSerializer.Serialize(terms));
        using var warehouse = new Insert(connection, "Warehouses", "Id", "Name_Ko", "Name_En", "TimeZone", "SameDayCutoff", "ShipsOnSaturday", "SortOrder");
        warehouse.Row("SEOUL", "서울 물류센터", "Seoul warehouse", "Asia/Seoul", "15:00:00", 1, 1);
        warehouse.Row("BUSAN", "부산 물류센터", "Busan warehouse", "Asia/Seoul", "14:00:00", 0, 2);
    }

    private static void FillProducts(SqliteConnection connection, LargeShopSize size, Random random, DateTimeOffset now)
    {
        using var product = new Insert(connection, "Products", "Id", "Name_Ko", "Name_En", "Brand", "Model", "CategoryId", "Description_Ko", "Description_En",
            "Status", "PriceMinor", "Currency", "UpdatedAt");
        using var attribute = new Insert(connection, "ProductAttributes", "ProductId", "Key", "Number", "Text_Ko", "Text_En");
        using var stock = new Insert(connection, "StockLevels", "ProductId", "WarehouseId", "Quantity", "UpdatedAt");
        using var inbound = new Insert(connection, "InboundShipments", "Id", "ProductId", "WarehouseId", "Quantity", "ExpectedOn");
        using var search = new Insert(connection, "ProductSearchTexts", "ProductId", "Name", "Body");
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        for (var i = 1; i <= size.Products; i++)
        {
            var (categoryId, categoryName, terms, noun) = Categories[random.Next(Categories.Length)];
            var brand = Brands[random.Next(Brands.Length)];
            var line = Lines[random.Next(Lines.Length)];
            var number = random.Next(1, 1000);
            var row = new Product
            {
                Id = ProductId(i),
                Name = new($"{brand.Ko} {line.Ko} {noun.Ko} {number}", $"{brand.En} {line.En} {noun.En} {number}"),
                Brand = brand.En,
                Model = $"{brand.En[..2].ToUpperInvariant()}-{line.En[0]}{number}-{i}",
                CategoryId = categoryId,
                Description = new(
                    $"{categoryName.Ko} 제품입니다. {brand.Ko}의 {line.Ko} 시리즈로 매일 쓰기 좋고, 선물하기에도 알맞습니다. 색상과 구성은 상품 정보를 확인해 주세요.",
                    $"From the {line.En} series by {brand.En}. A dependable choice for every day, easy to set up, with a carrying pouch in the box."),
                Status = random.Next(20) == 0 ? ProductStatus.Discontinued : ProductStatus.Active,
                PriceMinor = random.Next(50) == 0 ? null : random.Next(90, 25_000) * 100,
                Currency = "KRW",
            };
            product.Row(row.Id, row.Name.Ko, row.Name.En, row.Brand, row.Model, row.CategoryId, row.Description.Ko, row.Description.En,
                row.Status.ToString(), row.PriceMinor, row.Currency, now.ToUnixTimeMilliseconds());
            var text = ProductSearchText.Of(row, new Category { Id = categoryId, Name = categoryName, Terms = [.. terms] });
            search.Row(row.Id, text.Name, text.Body);

            foreach (var (key, from, to) in Numbers)
            {
                if (random.Next(10) < 8)
                    attribute.Row(row.Id, key, Math.Round(from + random.NextDouble() * (to - from), 1), null, null);
            }

            foreach (var key in Flags)
            {
                if (random.Next(10) < 4)
                    attribute.Row(row.Id, key, random.Next(2), null, null);
            }

            if (random.Next(2) == 0)
            {
                var rating = random.Next(0, 9);
                attribute.Row(row.Id, "water_resistance", rating, $"IPX{rating}", $"IPX{rating}");
            }

            foreach (var warehouse in (string[])["SEOUL", "BUSAN"])
            {
                if (random.Next(10) < 9)
                    stock.Row(row.Id, warehouse, random.Next(20) == 0 ? null : random.Next(4) == 0 ? 0 : random.Next(1, 500), now.ToUnixTimeMilliseconds());
            }

            if (random.Next(10) == 0)
                inbound.Row($"I-{row.Id}", row.Id, "SEOUL", random.Next(10, 300), today.AddDays(random.Next(-3, 20)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }

    // The names above have few words; those of a real shop of this size have as many as this.
    private static void FillWords(SqliteConnection connection, LargeShopSize size)
    {
        using var word = new Insert(connection, "ProductWords", "Word");
#pragma warning disable CA5394
        var random = new Random(size.Seed + 1);
        var words = Brands.Concat(Lines).Concat(Categories.Select(c => c.Noun)).SelectMany(n => SearchText.Spellable($"{n.Ko}\n{n.En}")).ToHashSet(StringComparer.Ordinal);
        while (words.Count < size.Products / 2)
        {
            words.Add(string.Concat(Enumerable.Range(0, random.Next(2, 6)).Select(_ => $"{"bcdfghjklmnprstvw"[random.Next(17)]}{"aeiou"[random.Next(5)]}")));
            words.Add(string.Concat(Enumerable.Range(0, random.Next(3, 6)).Select(_ => (char)('가' + random.Next(11172)))));
        }
#pragma warning restore CA5394

        foreach (var text in words)
            word.Row(text);
    }

    // Reviews pile up on few products, as they do in shops: the square favours low numbers.
    private static void FillReviews(SqliteConnection connection, LargeShopSize size, Random random, DateTimeOffset now)
    {
        using var review = new Insert(connection, "Reviews", "Id", "ProductId", "Stars", "Language", "Text", "Author", "WrittenAt", "HelpfulVotes");
        using var tally = new Insert(connection, "ReviewTallies", "ProductId", "One", "Two", "Three", "Four", "Five", "Version");
        var counts = new int[size.Products + 1, 6];
        for (var i = 0; i < size.Reviews; i++)
        {
            var share = random.NextDouble();
            var product = 1 + (int)(share * share * size.Products);
            var stars = Math.Min(5, 1 + (int)(6 * Math.Sqrt(random.NextDouble())));
            var text = random.Next(ReviewTexts.Length);
            counts[product, stars]++;
            review.Row($"R{i.ToString("0000000", CultureInfo.InvariantCulture)}", ProductId(product), stars,
                (char.IsAscii(ReviewTexts[text][0]) ? Language.English : Language.Korean).ToString(), ReviewTexts[text], "buyer",
                now.AddMinutes(-random.Next(1, 1_000_000)).ToUnixTimeMilliseconds(), random.Next(5));
        }

        for (var i = 1; i <= size.Products; i++)
            tally.Row(ProductId(i), counts[i, 1], counts[i, 2], counts[i, 3], counts[i, 4], counts[i, 5], 1);
    }

    private static void FillCustomers(SqliteConnection connection, LargeShopSize size, Random random, DateTimeOffset now)
    {
        using var customer = new Insert(connection, "Customers", "Id", "Name", "SearchName", "Language", "Profile_UseCase");
        using var purchase = new Insert(connection, "Purchases", "Id", "CustomerId", "ProductId", "Quantity", "PurchasedOn");
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        for (var i = 1; i <= size.Customers; i++)
        {
            var id = $"C{i.ToString("000000", CultureInfo.InvariantCulture)}";
            customer.Row(id, $"Customer {i}", $"CUSTOMER {i}", nameof(Language.Korean), "통근");
            for (var p = random.Next(4); p > 0; p--)
            {
                purchase.Row($"P-{id}-{p}", id, ProductId(random.Next(1, size.Products + 1)), 1,
                    today.AddDays(-random.Next(1000)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            }
        }
    }

    private static async Task RunAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>One prepared INSERT, run again and again.</summary>
    private sealed class Insert : IDisposable
    {
        private readonly SqliteCommand _command;

        public Insert(SqliteConnection connection, string table, params string[] columns)
        {
            _command = connection.CreateCommand();
            _command.CommandText = $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select(c => "@" + c))})";
            foreach (var column in columns)
                _command.Parameters.Add(new SqliteParameter { ParameterName = "@" + column });
        }

        public void Row(params ReadOnlySpan<object?> values)
        {
            for (var i = 0; i < values.Length; i++)
                _command.Parameters[i].Value = values[i] ?? DBNull.Value;
            _command.ExecuteNonQuery();
        }

        public void Dispose() => _command.Dispose();
    }
}
