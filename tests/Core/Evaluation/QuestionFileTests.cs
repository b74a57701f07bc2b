using CustomerService.Core.Evaluation;
using CustomerService.Core.Text;
using CustomerService.Testing;
using Xunit;

namespace CustomerService.Core.Tests.Evaluation;

public sealed class QuestionFileTests
{
    [Theory]
    [InlineData("""[{"productId": 137, "question": "Waterproof?", "answer": "IP67"}, {"productId": "e001", "question": "방수 돼요?", "answer": "네", "kind": "fact", "extra": {"a": 1}}]""")]
    [InlineData("\uFEFF{\"productId\": 137, \"question\": \"Waterproof?\", \"answer\": \"IP67\"}\r\n\r\n{\"Question\": \"방수 돼요?\", \"answer\": \"네\", \"kind\": \"fact\", \"productId\": \"E001\"}\n")]
    [InlineData("productId,question,answer,kind\r\n137,Waterproof?,IP67,\r\nE001,\"방수 돼요?\",네,fact\r\n")]
    public void Json_json_lines_and_csv_give_the_same_questions(string text)
    {
        var (questions, problems) = QuestionFile.Read(text);
        Assert.Empty(problems);
        Assert.Equal(
            [new("137", "Waterproof?", "IP67", null, Language.English, true), new("E001", "방수 돼요?", "네", "fact", Language.Korean, true)],
            questions);
    }

    [Theory]
    [InlineData("true", "", true)]
    [InlineData("false", "never", false)]
    [InlineData("", "", false)]
    [InlineData("", "something", true)]
    public void Question_without_answer_counts_as_unanswerable_unless_told(string answerable, string answer, bool expected) =>
        Assert.Equal(expected, QuestionFile.Read($"question,answer,answerable\nWhy?,{answer},{answerable}").Questions.Single().Answerable);

    [Fact]
    public void Quoted_csv_holds_commas_quotes_and_line_breaks() =>
        Assert.Equal("Say \"hi\",\nthen go", QuestionFile.Read("question,answer\n\"Say \"\"hi\"\",\nthen go\",x").Questions.Single().Question);

    [Theory]
    [InlineData("", "no question")]
    [InlineData("[]", "no question")]
    [InlineData("question,answer", "no question")]
    [InlineData("[{\"question\": \"a\"", "line 1")]
    [InlineData("{\"question\": \"a\"}\n{\"question\": ", "line 2")]
    [InlineData("[{\"answer\": \"a\"}]", "Question 1: it has no \"question\"")]
    [InlineData("[3]", "Question 1: it has no \"question\"")]
    [InlineData("[{\"question\": \"a\", \"productId\": \"a b\"}]", "\"productId\"")]
    [InlineData("[{\"question\": \"a\", \"language\": \"fr\"}]", "\"language\"")]
    [InlineData("[{\"question\": \"a\", \"answerable\": \"perhaps\"}]", "\"answerable\"")]
    [InlineData("[{\"question\": \"a\\u0007\"}]", "control characters")]
    public void File_that_cannot_be_used_says_where_and_why(string text, string expected)
    {
        var (questions, problems) = QuestionFile.Read(text);
        Assert.Empty(questions);
        Assert.Contains(expected, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Too_many_questions_are_refused_and_few_problems_told()
    {
        Assert.Contains("more than 5,000", QuestionFile.Read(string.Join('\n', Enumerable.Repeat("{\"question\":\"a\"}", 5_001))).Problems.Single(), StringComparison.Ordinal);
        Assert.Equal(20, QuestionFile.Read(string.Join('\n', Enumerable.Repeat("{}", 100))).Problems.Count);
    }

    [SharedDataFact]
    public void Files_that_are_not_ours_are_read_whole()
    {
        var folder = Path.Combine(SharedData.Path, "catalogue-manuals");
        Assert.Equal(153, QuestionFile.Read(File.ReadAllText(Path.Combine(folder, "questions.json"))).Questions.Count);
        var (products, categories, problem) = ShopFile.Products(File.ReadAllText(Path.Combine(folder, "products.json")));
        Assert.Equal((58, 38, null), (products.Count, categories.Count, problem));
        Assert.Equal((2999, "USD"), products.Where(p => p.Id == "101").Select(p => (p.PriceMinor!.Value, p.Currency)).Single());
        var (documents, wrong) = ShopFile.Documents(File.ReadAllText(Path.Combine(folder, "manuals.json")), products);
        Assert.Equal((58, null), (documents.Count, wrong));
        Assert.All(documents, d => Assert.NotEmpty(d.Passages));
    }

    [Fact]
    public void Shop_files_take_won_for_korean_names_and_bind_documents_by_name()
    {
        var (products, _, problem) = ShopFile.Products("""[{"productId": "k1", "name": "등산화", "price": 89000}, {"productId": "k2", "name": "Boots", "price": "x"}]""");
        Assert.Null(problem);
        Assert.Equal([(89000L, "KRW"), (null, "USD")], products.Select(p => (p.PriceMinor, p.Currency)));
        Assert.Equal(["K1", "K2", null, null], new[] { "k1-care.txt", "K2.pdf", "k12.pdf", "returns.md" }.Select(n => ShopFile.BindingOf(n, products).ProductId));
        Assert.NotNull(ShopFile.Products("""[{"name": "no number"}]""").Problem);
        Assert.NotNull(ShopFile.Documents("""{"pages": []}""", products).Problem);
        Assert.NotNull(ShopFile.Documents("""[{"productId": 1}]""", products).Problem);
    }
}
