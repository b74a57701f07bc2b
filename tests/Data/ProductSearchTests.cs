using System.Text.Json;
using CustomerService.Core.Catalog;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;
using CustomerService.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Data.Tests;

public abstract class ProductSearchTests(StoreFixture store)
{
    [Theory]
    [InlineData("소닉웨이브프로 방수되나요", "E001 E007")]
    [InlineData("소닉웨이브 프로 48", "E001")]
    [InlineData("소닉웨이브프로48은 배터리가 얼마나 가나요?", "E001")]
    [InlineData("소닉웨이브스포츠를 사고 싶어요", "E002")]
    [InlineData("SonicWave Pro 48", "E001")]
    [InlineData("Is the sonic wave sport waterproof?", "E002")]
    [InlineData("ＳｏｎｉｃＷａｖｅ Ｓｔｕｄｉｏ", "E009")]
    [InlineData("노바 워치핏은 심박 측정 되나요", "E017")]
    [InlineData("노바워치 S3 있어요?", "E016")]
    [InlineData("hanbit power bank", "E019")]
    [InlineData("How loud is the CleanBot humidifier?", "E046")]
    [InlineData("가습기 소음 어때요", "E046")]
    [InlineData("E030", "E030")]
    [InlineData("e-030 버티컬마우스", "E030")]
    [InlineData("로봇청소기 추천", "E043")]
    [InlineData("키론k87 적축인가요", "E025")]
    [InlineData("soni", "E001 E002 E007 E009 E047")]
    [InlineData("소닉", "E001 E002 E007 E009 E047")]
    [InlineData("4k 모니터", "E032")]
    public async Task Question_finds_its_product_first(string text, string expected)
    {
        var hits = await store.Catalog.SearchAsync(text, 5, CancellationToken.None);

        Assert.NotEmpty(hits);
        Assert.Contains(hits[0].ProductId, expected.Split(' '));
        Assert.Equal(hits.OrderByDescending(h => h.Score).Select(h => h.ProductId), hits.Select(h => h.ProductId));
    }

    [Theory]
    [InlineData("소닉웨이부 프로", "E001 E007")]
    [InlineData("소닉웨이부 프로 48은 방수 되나요", "E001")]
    [InlineData("소닉 웨이부스튜디오", "E009")]
    [InlineData("쏘닉웨이브 스포츠", "E002")]
    [InlineData("sonicwav pro", "E001 E007")]
    [InlineData("Soniwcave studio", "E009")]
    [InlineData("is the sonicwave stduio good?", "E009")]
    [InlineData("sonicwavestudio", "E009")]
    [InlineData("루맨 사운드바", "E015")]
    [InlineData("클린보트 로봇청소기", "E043")]
    [InlineData("Auroa Buds Max", "E004")]
    [InlineData("humidifer", "E046")]
    public async Task Misspelt_name_finds_what_was_meant(string text, string expected) => await Question_finds_its_product_first(text, expected);

    [Theory]
    [InlineData("son", "E001 E002 E007 E009 E047")]
    [InlineData("손", "E001 E002 E007 E009 E047")]
    [InlineData("소닉ㅇ", "E001 E002 E007 E009 E047")]
    [InlineData("소닉우", "E001 E002 E007 E009 E047")]
    [InlineData("소닉웨", "E001 E002 E007 E009 E047")]
    [InlineData("소닠", "E001 E002 E007 E009 E047")]
    [InlineData("soniv", "E001 E002 E007 E009 E047")]
    [InlineData("노바 워ㅊ", "E016 E017")]
    [InlineData("오로라 버", "E003 E004")]
    public async Task Half_typed_name_finds_what_begins_so(string text, string expected) => await Question_finds_its_product_first(text, expected);

    [Theory]
    [InlineData("SW-P48", "E001")]
    [InlineData("swp48", "E001")]
    [InlineData("sw p48", "E001")]
    [InlineData("SW P 48", "E001")]
    [InlineData("sw-p48은 있나요", "E001")]
    [InlineData("lumen LM27Q", "E031")]
    [InlineData("lm 27 q", "E031")]
    [InlineData("hp20k", "E019")]
    [InlineData("nova s3", "E016")]
    [InlineData("소닉웨이부프로48", "E001")]
    public async Task Model_is_found_however_it_is_written(string text, string expected) => await Question_finds_its_product_first(text, expected);

    [Theory]
    [InlineData("5천 mAh", "battery_mah", 5000)]
    [InlineData("5,000mAh 보조배터리", "battery_mah", 5000)]
    [InlineData("2만 mAh", "battery_mah", 20000)]
    [InlineData("48시간", "battery_hours", 48)]
    [InlineData("48 hours", "battery_hours", 48)]
    [InlineData("48h 이어폰", "battery_hours", 48)]
    [InlineData("1TB", "storage_gb", 1000)]
    [InlineData("27인치 모니터", "screen_inch", 27)]
    [InlineData("65W 충전기", "power_w", 65)]
    [InlineData("1.5kg 무선청소기", "weight_g", 1500)]
    [InlineData("1.2kg laptop", "weight_g", 1190)]
    public async Task Number_with_a_unit_finds_products_of_that_value(string text, string key, double value)
    {
        var hits = await store.Catalog.SearchAsync(text, 5, CancellationToken.None);

        Assert.NotEmpty(hits);
        var product = (await store.Catalog.FindAsync([hits[0].ProductId], CancellationToken.None))[0].Product;
        Assert.InRange(product.AttributeOf(key)?.Number ?? 0, value * 0.98, value * 1.035);
    }

    [Theory]
    [InlineData("sonic toothbrush")]
    [InlineData("전동칫솔 있나요")]
    [InlineData("자동차 타이어")]
    [InlineData("party dress")]
    [InlineData("수박 주문")]
    [InlineData("what is your return policy?")]
    [InlineData("프로 야구 중계")]
    public async Task Ordinary_words_name_no_product(string text)
    {
        var hits = await store.Catalog.SearchAsync(text, 20, CancellationToken.None);

        Assert.Empty(ProductMentions.Named(text, hits, await store.Catalog.CategoriesAsync(CancellationToken.None)));
    }

    [Theory]
    [InlineData("소닉웨이부 프로 48 방수 되나요?", "E001")]
    [InlineData("Does the Soniwcave Studio have anc?", "E009")]
    [InlineData("sw p48 배터리 얼마나 가요", "E001")]
    [InlineData("오로라 버즈 라이투 어때요", "E003")]
    public async Task Question_that_misspells_a_product_names_it(string text, string expected)
    {
        var hits = await store.Catalog.SearchAsync(text, 20, CancellationToken.None);

        var named = ProductMentions.Named(text, hits, await store.Catalog.CategoriesAsync(CancellationToken.None));
        Assert.NotEmpty(named);
        Assert.Equal(expected, named[0].ProductId);
    }

    [Theory]
    [InlineData("earbuds", "earphones")]
    [InlineData("이어버드 추천해 주세요", "earphones")]
    [InlineData("보조배터리", "power-banks")]
    [InlineData("keyboards", "keyboards")]
    public async Task Word_for_a_category_finds_its_products(string text, string category)
    {
        var hits = await store.Catalog.SearchAsync(text, 3, CancellationToken.None);

        Assert.Equal(3, hits.Count);
        Assert.All(hits, h => Assert.Equal(category, h.CategoryId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("???")]
    [InlineData("is it the")]
    [InlineData("zzyzx qwfp")]
    public async Task Words_that_no_product_has_find_nothing(string text)
    {
        Assert.Empty(await store.Catalog.SearchAsync(text, 10, CancellationToken.None));
    }

    [Fact]
    public async Task List_shows_the_good_hits_only_and_counts_them()
    {
        var page = await store.Catalog.ListAsync("소닉웨이브", categoryId: null, 1, 3, CancellationToken.None);
        var next = await store.Catalog.ListAsync("소닉웨이브", categoryId: null, 2, 3, CancellationToken.None);

        Assert.Equal(5, page.Total);
        Assert.All(page.Items.Concat(next.Items), p => Assert.Equal("SonicWave", p.Product.Brand));
        Assert.Equal(5, page.Items.Concat(next.Items).Select(p => p.Product.Id).Distinct().Count());
    }

    [Theory]
    [InlineData("소닉웨이브", "headphones")]
    [InlineData(null, "headphones")]
    public async Task List_of_a_category_holds_its_products_only(string? search, string category)
    {
        var all = (await store.Catalog.ListAsync(search, categoryId: null, 1, 100, CancellationToken.None)).Items;
        var first = await store.Catalog.ListAsync(search, category, 1, 1, CancellationToken.None);
        var rest = await store.Catalog.ListAsync(search, category, 1, 100, CancellationToken.None);

        Assert.Equal(all.Where(p => p.Category.Id == category).Select(p => p.Product.Id), rest.Items.Select(p => p.Product.Id));
        Assert.NotEmpty(rest.Items);
        Assert.Equal((rest.Items.Count, rest.Items[0].Product.Id), (first.Total, Assert.Single(first.Items).Product.Id));
        Assert.Empty((await store.Catalog.ListAsync(search, "no-such", 1, 10, CancellationToken.None)).Items);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("' OR 1=1 --")]
    [InlineData("NEAR(소닉 웨이브) AND NOT *")]
    [InlineData("name:소닉 ^웨이브 {a b} : x & | ! <-> ( )")]
    [InlineData("소닉\0웨이브 \u0001\u200b\ud800 \udc00")]
    [InlineData("AND OR NOT NEAR")]
    [InlineData("1e5 0x1F -3.5 a.b@c.de http://x.y/z?q=1")]
    [InlineData("𞤀𞤣𞤤𞤢𞤥 𠀀𠀁𠀂 ㅋㅋㅋ が")]
    [InlineData("{0} {1} %s %n")]
    public async Task Hostile_text_is_text(string text)
    {
        _ = await store.Catalog.SearchAsync(text, 10, CancellationToken.None);
        _ = await store.Catalog.ListAsync(text, categoryId: null, 1, 10, CancellationToken.None);
        _ = await store.Customers.SearchAsync(text, 10, CancellationToken.None);
    }

    [Fact]
    public async Task Longest_question_is_searched()
    {
        var syllables = string.Concat(Enumerable.Range(0, 1950).Select(i => (char)('가' + i * 7919 % 11172)));

        var hits = await store.Catalog.SearchAsync("소닉웨이브 스튜디오 " + syllables, 10, CancellationToken.None);

        Assert.Equal("E009", hits[0].ProductId);
    }

    [SharedDataFact]
    public async Task Every_naughty_string_is_text()
    {
        await using var file = File.OpenRead(Path.Combine(SharedData.Path, "hostile", "blns.json"));
        var strings = await JsonSerializer.DeserializeAsync<List<string>>(file);

        foreach (var text in strings!)
        {
            _ = await store.Catalog.SearchAsync(text, 10, CancellationToken.None);
            _ = await store.Catalog.FindAsync([text], CancellationToken.None);
            _ = await store.Customers.SearchAsync(text, 10, CancellationToken.None);
            _ = await store.Answers.FindAsync(text, CancellationToken.None);
        }
    }

    [Fact]
    public async Task New_changed_and_deleted_products_are_searched_as_they_are()
    {
        await using var context = store.NewContext();
        var id = $"X{Guid.NewGuid():N}";
        Assert.Empty(await store.Catalog.SearchAsync("쿼크폰", 10, CancellationToken.None));
        context.Add(NewProduct("쿼크폰", "Quarkphone", id));
        await context.SaveChangesAsync();
        Assert.Equal(id, (await store.Catalog.SearchAsync("쿼크폰은 어때요", 10, CancellationToken.None))[0].ProductId);

        await using var later = store.NewContext();
        var product = await later.Products.SingleAsync(p => p.Id == id);
        product.Name = new LocalizedText("글루온폰", "Gluonphone");
        await later.SaveChangesAsync();
        Assert.Empty(await store.Catalog.SearchAsync("quarkphone", 10, CancellationToken.None));
        Assert.Equal(id, (await store.Catalog.SearchAsync("글루온폰", 10, CancellationToken.None))[0].ProductId);

        later.Remove(product);
        await later.SaveChangesAsync();
        Assert.Empty(await store.Catalog.SearchAsync("글루온폰", 10, CancellationToken.None));
    }

    [Fact]
    public async Task Misspelt_name_of_a_new_product_is_found_within_a_minute()
    {
        await using var context = store.NewContext();
        context.Add(NewProduct("글리머톱", "Glimmertop"));
        await context.SaveChangesAsync();

        store.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("Glimmertop", (await store.Catalog.SearchAsync("glimertop", 5, CancellationToken.None))[0].Name.En);
        Assert.Equal("Glimmertop", (await store.Catalog.SearchAsync("글리모톱", 5, CancellationToken.None))[0].Name.En);
    }

    [Fact]
    public async Task Many_who_add_products_of_the_same_words_at_once_all_succeed()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            await using var context = store.NewContext();
            context.AddRange(NewProduct("보르프 즈워트", "Vorp Zwart"), NewProduct("즈워트 보르프", "Zwart Vorp"));
            await context.SaveChangesAsync();
        }));

        await using var reading = store.NewContext();
        Assert.Equal(4, await reading.ProductWords.CountAsync(w => new[] { "보르프", "즈워트", "vorp", "zwart" }.Contains(w.Word)));
    }

    [Fact]
    public async Task Products_from_before_there_were_words_get_them_at_the_next_start()
    {
        await using var context = store.NewContext();
        await context.ProductWords.ExecuteDeleteAsync();
        await context.ProductSearchTexts.Where(t => t.ProductId == "E001").ExecuteUpdateAsync(t => t.SetProperty(x => x.Name, "old"));

        await using var program = await StoreFixture.StartAsync(store.Options, store.Clock);

        var catalog = program.GetRequiredService<IProductCatalog>();
        Assert.Equal("E009", (await catalog.SearchAsync("stduio", 5, CancellationToken.None))[0].ProductId);
        Assert.Equal("E001", (await catalog.SearchAsync("sw p48", 5, CancellationToken.None))[0].ProductId);
    }

    private Product NewProduct(string ko, string en, string? id = null) => new()
    {
        Id = id ?? $"X{Guid.NewGuid():N}", Name = new(ko, en), Brand = "Quark", CategoryId = "tablets", Description = new("", ""),
        Status = ProductStatus.Active, PriceMinor = 1, Currency = "KRW", ReleasedOn = null, UpdatedAt = store.Clock.GetUtcNow(),
    };

    [Fact]
    public async Task Category_that_gets_a_new_word_is_found_by_it()
    {
        await using var context = store.NewContext();
        var category = await context.Categories.SingleAsync(c => c.Id == "mice");
        category.Terms.Add("knubblig");
        await context.SaveChangesAsync();

        var hits = await store.Catalog.SearchAsync("knubblig", 10, CancellationToken.None);
        Assert.Equal(["E028", "E029", "E030"], hits.Select(h => h.ProductId).Order(StringComparer.Ordinal));
    }
}

public sealed class ProductSearchOnSqliteTests(SqliteStore store) : ProductSearchTests(store), IClassFixture<SqliteStore>;

public sealed class ProductSearchOnPostgreSqlTests(PostgreSqlStore store) : ProductSearchTests(store), IClassFixture<PostgreSqlStore>;
