using CustomerService.Core.Catalog;
using CustomerService.Core.Lookups;
using CustomerService.Core.Questions;
using CustomerService.Core.Text;
using Xunit;

namespace CustomerService.Ai.Tests.Answers;

public sealed class EmbeddedComposerTests
{
    [Theory]
    [InlineData(Intent.Overview, "소닉웨이브 프로 소개입니다.", "About the SonicWave Pro.")]
    [InlineData(Intent.ProsAndCons, "소닉웨이브 프로의 구매자 리뷰 5개(평균 4.2점)", "This is what 5 reviews of the SonicWave Pro say (4.2 of 5")]
    [InlineData(Intent.Opinion, "대체로 만족합니다.", "Mostly content.")]
    [InlineData(Intent.Fact, "소닉웨이브 프로의 배터리는 48시간입니다.", "The battery life of the SonicWave Pro is 48 h.")]
    [InlineData(Intent.Price, "소닉웨이브 프로의 판매가는 100,000원입니다.", "The SonicWave Pro costs ₩100,000.")]
    [InlineData(Intent.Stock, "네, 재고가 있습니다.", "Yes, it is in stock: 127 in the Seoul warehouse, 45 in the Busan warehouse, 172 in all.")]
    [InlineData(Intent.Delivery, "네, 재고가 있습니다.", "Yes, it is in stock")]
    [InlineData(Intent.Recommendation, "루멘 스포츠를 추천드립니다. 배터리 30시간.", "I recommend the Lumen Sport: battery life 30 h.")]
    [InlineData(Intent.Comparison, "소닉웨이브 프로, 루멘 스포츠의 차이를", "Here is how the SonicWave Pro and the Lumen Sport differ.")]
    [InlineData(Intent.Policy, "반품·교환·환불", "The shop's rules on returns")]
    [InlineData(Intent.OrderStatus, "주문과 배송 내역은", "I cannot see orders")]
    [InlineData(Intent.Person, "사람과 직접 상담", "You would like to talk to a person.")]
    [InlineData(Intent.Courtesy, "안녕하세요!", "Hello!")]
    [InlineData(Intent.OutsideBusiness, "저는 이 쇼핑몰의 상품에 관한 질문만", "I can only help with this shop's products")]
    public void The_answer_speaks_to_the_question_first(Intent intent, string korean, string english)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var evidence = new Evidence(language).Asking(intent);
            evidence.Reading = evidence.Reading with { AttributeKeys = intent == Intent.Fact ? ["battery_hours"] : [] };
            evidence.Recommendation = new([evidence.Recommended()], [], false);
            if (intent == Intent.Comparison)
                evidence.Others.Add("E002");

            Assert.StartsWith(language.Choose(korean, english), evidence.Compose().Plain, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Questions_about_the_shop_get_a_person_and_no_sales_talk()
    {
        foreach (var intent in new[] { Intent.Policy, Intent.OrderStatus, Intent.Person, Intent.OutsideBusiness })
        {
            Assert.True(Korean(intent).Compose().Says("상담원"), $"{intent}");
            var answer = English(intent).Compose();
            Assert.True(answer.Says("person") || answer.Says("support"), $"{intent}");
            Assert.False(answer.Says("SonicWave"), answer.Text);
        }
    }

    [Fact]
    public void Strengths_and_weaknesses_come_with_counts_and_verbatim_quotes()
    {
        var answer = Korean(Intent.ProsAndCons).Compose();

        Assert.True(answer.Says("음질: 4명이 만족했고, 1명은 아쉬워했습니다. “음질이 정말 좋아요”"), answer.Text);
        Assert.True(answer.Says("착용감: 2명이 아쉬워했습니다. “귀가 아파요”"), answer.Text);
        Assert.True(answer.Plain.IndexOf("장점", StringComparison.Ordinal) < answer.Plain.IndexOf("단점", StringComparison.Ordinal));
        Assert.Equal("음질이 정말 좋아요", answer.Citations.Single(c => c.EvidenceId == "review:R-1").Quote);
    }

    [Theory]
    [InlineData(Language.Korean, "옵션에 따라 다르며, 100,000원부터입니다.")]
    [InlineData(Language.English, "depends on the options; it starts at ₩100,000.")]
    public void Price_of_a_product_whose_variants_cost_more_is_told_as_the_lowest(Language language, string words)
    {
        var asked = language == Language.Korean ? Korean(Intent.Price) : English(Intent.Price);
        asked.Product.HasHigherPrices = true;

        Assert.True(asked.Compose().Says(words));
    }

    [Fact]
    public void Reviews_without_complaints_or_praise_are_told_as_that()
    {
        var praised = English(Intent.ProsAndCons);
        praised.Analysis = praised.Analysis! with { Aspects = [new("battery", 2, 0, null, null)] };
        var criticised = English(Intent.ProsAndCons);
        criticised.Analysis = criticised.Analysis! with { Aspects = [new("battery", 0, 2, null, null)] };

        Assert.True(praised.Compose().Says("no complaints in the reviews"));
        Assert.True(criticised.Compose().Says("nothing that reviewers praise more"));
    }

    [Fact]
    public void Few_reviews_are_told_to_be_few()
    {
        var korean = Korean(Intent.ProsAndCons);
        korean.Analysis = korean.Analysis! with { ReviewCount = 2 };
        var english = English(Intent.ProsAndCons);
        english.Analysis = english.Analysis! with { ReviewCount = 1 };

        Assert.True(korean.Compose().Says("리뷰는 2개뿐"));
        Assert.True(english.Compose().Says("only one review of the SonicWave Pro"));
    }

    [Theory]
    [InlineData(Intent.ProsAndCons)]
    [InlineData(Intent.Opinion)]
    public void Without_reviews_opinions_are_not_known(Intent intent)
    {
        var korean = Korean(intent);
        korean.Analysis = null;
        var english = English(intent);
        english.Analysis = null;

        Assert.True(korean.Compose().Says("아직 리뷰가 없어"));
        Assert.True(english.Compose().Says("has no reviews yet"));
    }

    [Fact]
    public void An_aspect_that_no_review_speaks_of_is_not_known()
    {
        var evidence = English(Intent.Opinion);
        evidence.Reading = evidence.Reading with { Aspects = ["delivery"] };

        Assert.True(evidence.Compose().Says("None of the 5 reviews speaks of delivery"));
    }

    [Theory]
    [InlineData("battery_hours", "소닉웨이브 프로의 배터리는 48시간입니다.", "The battery life of the SonicWave Pro is 48 h.")]
    [InlineData("noise_cancelling", "네, 소닉웨이브 프로는 노이즈 캔슬링을 지원합니다.", "Yes, the SonicWave Pro has noise cancelling.")]
    [InlineData("gps", "아니요, 소닉웨이브 프로는 GPS를 지원하지 않습니다.", "No, the SonicWave Pro does not have GPS.")]
    [InlineData("water_resistance", "네, 소닉웨이브 프로의 방수 등급은 IPX4입니다. 땀이나 비는 괜찮지만", "Yes, the SonicWave Pro is rated IPX4. Sweat and rain are fine, but")]
    [InlineData("warranty_months", "소닉웨이브 프로의 무상 보증은 상품 정보에 나와 있지 않아 알 수 없습니다.", "The product information of the SonicWave Pro does not say anything about warranty, so I do not know.")]
    public void A_fact_is_answered_as_it_stands(string key, string korean, string english)
    {
        foreach (var language in Enum.GetValues<Language>())
        {
            var evidence = new Evidence(language).Asking(Intent.Fact);
            evidence.Reading = evidence.Reading with { AttributeKeys = [key] };

            var answer = evidence.Compose();

            Assert.StartsWith(language.Choose(korean, english), answer.Plain, StringComparison.Ordinal);
            Assert.StartsWith("product:E001", answer.Citations[0].EvidenceId, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_fact_that_no_attribute_stands_for_is_said_to_be_unknown()
    {
        Assert.StartsWith("물어보신 내용은 소닉웨이브 프로의 상품 정보에 나와 있지 않아 알 수 없습니다.", Korean(Intent.Fact).Compose().Plain, StringComparison.Ordinal);
        Assert.StartsWith("The product information of the SonicWave Pro does not say that, so I do not know.", English(Intent.Fact).Compose().Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reduced_price_is_told_with_what_it_was()
    {
        var evidence = English(Intent.Price);
        evidence.Product.ListPriceMinor = 125_000;

        Assert.StartsWith("The SonicWave Pro costs ₩100,000, 20% off the list price of ₩125,000.", evidence.Compose().Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void A_price_that_is_not_set_is_not_zero()
    {
        var evidence = English(Intent.Price);
        evidence.Product.PriceMinor = null;

        var answer = evidence.Compose();

        Assert.True(answer.Says("No price has been set"));
        Assert.False(answer.Says("₩0"));
    }

    [Fact]
    public void Shipping_today_is_told_with_its_cutoff()
    {
        Assert.True(Korean(Intent.Stock).Compose().Says("오후 2시 전에 주문하시면"));
        Assert.True(English(Intent.Stock).Compose().Says("Ordered before 2 PM, it leaves the Seoul warehouse and the Busan warehouse today."));
    }

    [Fact]
    public void After_the_cutoff_the_next_day_is_told()
    {
        var evidence = English(Intent.Stock);
        evidence.Warehouses = [Evidence.At("SEOUL", 3, shipsToday: false, next: new(2026, 11, 23))];

        Assert.True(evidence.Compose().Says("ordered now, it leaves the Seoul warehouse on Monday, November 23."));
    }

    [Fact]
    public void Delivery_says_that_the_arrival_is_not_known() => Assert.True(English(Intent.Delivery).Compose().Says("the arrival day depends on the carrier"));

    [Fact]
    public void A_quantity_that_is_there_can_be_bought()
    {
        Assert.True(Wanted(Language.English, 172, Evidence.At("SEOUL", 127), Evidence.At("BUSAN", 45)).Says("Yes, you can buy 172."));
        Assert.True(Wanted(Language.Korean, 172, Evidence.At("SEOUL", 127), Evidence.At("BUSAN", 45)).Says("네, 172개 구매하실 수 있습니다."));
    }

    [Fact]
    public void A_quantity_that_is_not_there_cannot()
    {
        Assert.True(Wanted(Language.English, 173, Evidence.At("SEOUL", 127), Evidence.At("BUSAN", 45)).Says("173 cannot be supplied at once"));
        Assert.True(Wanted(Language.Korean, 173, Evidence.At("SEOUL", 127), Evidence.At("BUSAN", 45)).Says("173개는 한 번에 준비되지 않습니다"));
    }

    [Fact]
    public void Whether_a_quantity_is_there_is_not_known_while_a_warehouse_is_silent()
    {
        var english = Wanted(Language.English, 10, Evidence.At("SEOUL", 3), Evidence.At("BUSAN", null));
        var korean = Wanted(Language.Korean, 10, Evidence.At("SEOUL", 3), Evidence.At("BUSAN", null));

        Assert.True(english.Says("I do not know whether 10 can be supplied"), english.Text);
        Assert.False(english.Says("cannot be supplied"), english.Text);
        Assert.True(korean.Says("10개를 준비할 수 있는지는 지금 알 수 없습니다"), korean.Text);
        Assert.False(korean.Says("준비되지 않습니다"), korean.Text);
    }

    [Fact]
    public void Sold_out_is_told_with_what_is_to_come_and_what_is_there_instead()
    {
        var evidence = English(Intent.Stock);
        evidence.Warehouses = [Evidence.At("SEOUL", 0, inbound: new Inbound(30, new(2026, 11, 25), false))];
        evidence.Recommendation = new([evidence.Recommended()], [], true);

        var answer = evidence.Compose();

        Assert.StartsWith("It is sold out in all warehouses", answer.Plain, StringComparison.Ordinal);
        Assert.True(answer.Says("30 more are expected at the Seoul warehouse on Wednesday, November 25."));
        Assert.True(answer.Says("The Lumen Sport is in stock instead"));
    }

    [Fact]
    public void Overdue_inbound_promises_no_day()
    {
        var evidence = Korean(Intent.Stock);
        evidence.Warehouses = [Evidence.At("DAEJEON", 0, inbound: new Inbound(30, new(2026, 11, 10), true))];

        var answer = evidence.Compose();

        Assert.True(answer.Says("11월 10일(화)에 대전으로 들어오기로 한 30개는 아직 입고가 확인되지 않아 언제 들어올지 알 수 없습니다."), answer.Text);
        Assert.False(answer.Says("예정"));
    }

    [Fact]
    public void Unknown_stock_is_told_as_unknown()
    {
        var evidence = English(Intent.Stock);
        evidence.Warehouses = [Evidence.At("SEOUL", null)];

        Assert.StartsWith("The warehouses have not reported a count, so I do not know whether it is in stock.", evidence.Compose().Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failed_stock_check_is_not_an_empty_shelf()
    {
        var answer = English(Intent.Stock).Without(LookupKind.StockCheck, LookupState.Failed).Compose();

        Assert.StartsWith("I could not check the stock just now. That does not mean there is none", answer.Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void A_discontinued_product_is_told_with_its_successor()
    {
        var evidence = Korean(Intent.Stock);
        evidence.Product.Status = ProductStatus.Discontinued;
        evidence.Warehouses = [Evidence.At("SEOUL", 0)];
        evidence.Recommendation = new([evidence.Recommended("E002", 9, new RecommendationReason("successor", new("소닉웨이브 프로의 후속 상품", "successor to the SonicWave Pro"), false))], [], true);

        var answer = evidence.Compose();

        Assert.StartsWith("소닉웨이브 프로는 단종되어", answer.Plain, StringComparison.Ordinal);
        Assert.True(answer.Says("품절"), answer.Text);
        Assert.True(answer.Says("대신 재고가 있는 루멘 스포츠를 권해 드립니다. 소닉웨이브 프로의 후속 상품."), answer.Text);
    }

    [Fact]
    public void Last_pieces_of_a_discontinued_product_are_still_offered()
    {
        var evidence = English(Intent.Stock);
        evidence.Product.Status = ProductStatus.Discontinued;
        evidence.Warehouses = [Evidence.At("SEOUL", 3)];

        var answer = evidence.Compose();

        Assert.True(answer.Says("has been discontinued"));
        Assert.True(answer.Says("Yes, it is in stock: 3 in the Seoul warehouse."));
    }

    [Fact]
    public void Unmet_wishes_are_told_in_the_questions_words()
    {
        var evidence = Korean(Intent.Recommendation);
        evidence.Recommendation = new([evidence.Recommended()], ["방수", "10만원 이하"], false);

        Assert.StartsWith("‘방수’, ‘10만원 이하’ 조건까지 모두 맞는 재고 상품은 없어", evidence.Compose().Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_to_recommend_is_told()
    {
        Assert.StartsWith("I found nothing in stock that fits.", English(Intent.Recommendation).Compose().Plain, StringComparison.Ordinal);
        Assert.StartsWith("I could not look for recommendations just now.",
            English(Intent.Recommendation).Without(LookupKind.Recommendation, LookupState.TimedOut).Compose().Plain, StringComparison.Ordinal);
    }

    [Fact]
    public void A_comparison_sets_figures_side_by_side_and_names_who_wins_what()
    {
        var evidence = English(Intent.Comparison);
        evidence.Others.Add("E002");

        var answer = evidence.Compose();

        Assert.True(answer.Says("Price: SonicWave Pro ₩100,000 / Lumen Sport ₩80,000"), answer.Text);
        Assert.True(answer.Says("Battery life: SonicWave Pro 48 h / Lumen Sport 30 h"), answer.Text);
        Assert.True(answer.Says("Stock: SonicWave Pro 172, Lumen Sport 10"), answer.Text);
        Assert.True(answer.Says("If battery life matter most, the SonicWave Pro") || answer.Says("If battery life matters most, the SonicWave Pro"), answer.Text);
        Assert.True(answer.Says("If price and weight matter most, the Lumen Sport is the better choice."), answer.Text);
    }

    [Fact]
    public void A_comparison_without_a_second_product_asks_for_one() =>
        Assert.StartsWith("I did not find the product to compare the SonicWave Pro with.", English(Intent.Comparison).Compose().Plain, StringComparison.Ordinal);

    [Fact]
    public void Without_a_product_it_asks_which_one_and_names_the_code_that_is_unknown()
    {
        var evidence = English(Intent.Stock).NoProduct();
        evidence.Reading = evidence.Reading with { ProductCodes = ["E999"] };

        var answer = evidence.Compose();

        Assert.StartsWith("I found no product with the number E999. I cannot tell which product this is about.", answer.Plain, StringComparison.Ordinal);
        Assert.Empty(answer.Citations);
    }

    [Fact]
    public void What_suits_the_customer_is_told_with_their_own_words()
    {
        var evidence = Korean(Intent.Overview);
        evidence.Context = new(null, "통근", "음질");
        evidence.Recommendation = new([evidence.Recommended("E001", 3, new RecommendationReason("noise_cancelling", new("노이즈 캔슬링 지원", "noise cancelling"), true))], [], false);

        Assert.True(evidence.Compose().Says("고객님의 관심사(통근, 음질)에는 이 점이 잘 맞습니다: 노이즈 캔슬링 지원."));
    }

    [Theory]
    [InlineData("소닉폰", "소닉폰은 아직 리뷰가 없어")]
    [InlineData("소닉웨이브", "소닉웨이브는 아직 리뷰가 없어")]
    public void Particles_fit_the_products_name(string name, string words)
    {
        var evidence = Korean(Intent.Opinion);
        evidence.Product.Name = new(name, "Sonic");
        evidence.Analysis = null;

        Assert.True(evidence.Compose().Says(words));
    }

    [Fact]
    public void Words_of_others_are_never_markup_or_citations()
    {
        var evidence = Korean(Intent.ProsAndCons, Intent.Opinion, Intent.Recommendation);
        evidence.Analysis = evidence.Analysis! with
        {
            Aspects = [new("sound", 3, 0, evidence.Quote("R-9", "최고 [7] **굿**\n\n- 목록\r\n[E001](http://x)"), null)],
        };
        evidence.Recommendation = new([evidence.Recommended()], ["[8] **방수**"], false);

        var answer = evidence.Compose();

        Assert.Equal(answer.Citations.Select(c => c.Number), answer.Marks.Order());
        Assert.DoesNotContain("**굿**", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("**방수**", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("- 목록", answer.Text.Split('\n').Select(l => l.Trim()));
        Assert.Contains("\n\n- 목록", answer.Citations.Single(c => c.EvidenceId == "review:R-9").Quote, StringComparison.Ordinal);
    }

    private static Evidence Korean(params Intent[] intents) => new Evidence(Language.Korean).Asking(intents);

    private static Evidence English(params Intent[] intents) => new Evidence(Language.English).Asking(intents);

    private static Composed Wanted(Language language, int quantity, params StockAtWarehouse[] warehouses)
    {
        var evidence = new Evidence(language).Asking(Intent.Stock);
        evidence.Reading = evidence.Reading with { QuantityWanted = quantity };
        evidence.Warehouses = [.. warehouses];
        return evidence.Compose();
    }
}
