using CustomerService.Core.Text;
using CustomerService.Core.Triage;
using CustomerService.Core.Usage;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Ai.Tests.Gateway;

public sealed class ModelTriageTests
{
    private const string Good = """{"topic":"Delivery","mood":"Unhappy","urgency":"High","language":"ko","summary":"내일까지 받아야 하는 주문이 오지 않음"}""";

    [Theory]
    [InlineData(Good)]
    [InlineData("Here it is:\n```json\n" + Good + "\n```")]
    public async Task Reply_in_the_known_words_is_taken(string reply)
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(Reply.Says(reply));

        Assert.Equal(new TriageResult(Topic.Delivery, Mood.Unhappy, Urgency.High, Language.Korean, "내일까지 받아야 하는 주문이 오지 않음"), await ReadAsync(rig));
        Assert.Equal(ModelPurpose.Triage, Assert.Single(rig.Usage.Calls).Purpose);
    }

    [Theory]
    [InlineData("I cannot do that.")]
    [InlineData("{")]
    [InlineData("""{"topic":"Delivery","mood":"Unhappy","urgency":"High","language":"ko"}""")]
    [InlineData("""{"topic":"Refund","mood":"Unhappy","urgency":"High","language":"ko","summary":"x"}""")]
    [InlineData("""{"topic":"2","mood":"Unhappy","urgency":"High","language":"ko","summary":"x"}""")]
    [InlineData("""{"topic":2,"mood":"Unhappy","urgency":"High","language":"ko","summary":"x"}""")]
    [InlineData("""{"topic":"Delivery, Stock","mood":"Unhappy","urgency":"High","language":"ko","summary":"x"}""")]
    [InlineData("""{"topic":"Delivery","mood":"Unhappy","urgency":"High","language":"fr","summary":"x"}""")]
    [InlineData("""{"topic":"Delivery","mood":"Unhappy","urgency":"High","language":"ko","summary":""}""")]
    [InlineData("""{"topic":"Delivery","mood":"Unhappy","urgency":"High","language":"ko","summary":["x"]}""")]
    public async Task Reply_with_anything_unknown_is_refused(string reply)
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(Reply.Says(reply));

        Assert.Null(await ReadAsync(rig));
    }

    [Fact]
    public async Task Summary_of_any_length_is_refused_beyond_its_limit()
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(Reply.Says(Good.Replace("내일까지", new string('가', 500), StringComparison.Ordinal)));

        Assert.Null(await ReadAsync(rig));
    }

    [Fact]
    public async Task Nothing_comes_of_a_model_that_is_down()
    {
        await using var rig = new GatewayRig(("Resilience:MaxRetries", "0"));
        rig.Endpoint.Always(Reply.Status(500));

        Assert.Null(await ReadAsync(rig));
    }

    [Fact]
    public async Task Personal_numbers_stay_here()
    {
        await using var rig = new GatewayRig();
        rig.Endpoint.Then(Reply.Says(Good));

        await ReadAsync(rig);

        var prompt = Assert.Single(rig.Endpoint.Calls).Prompt!;
        Assert.Contains("배송", prompt, StringComparison.Ordinal);
        Assert.DoesNotContain("9999", prompt, StringComparison.Ordinal);
    }

    private static Task<TriageResult?> ReadAsync(GatewayRig rig) =>
        rig.Get<ITriage>().ReadAsync("C1", ["배송 언제 와요?", "010-9999-8888로 연락 주세요"], Language.Korean, default);
}
