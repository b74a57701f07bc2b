using System.CommandLine;
using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerService.Cli.Ask;

/// <summary><c>ask</c>: one question, four lookups at once, one streamed answer.</summary>
internal static class AskCommand
{
    private static readonly Argument<string> Question = new("question") { Description = "The question, in Korean or English." };
    private static readonly Option<string?> Product = new("--product", "-p") { Description = "Product id, such as E001. Without it the product is found from the question." };
    private static readonly Option<string?> Customer = new("--customer", "-c") { Description = "Customer id, such as C12345." };
    private static readonly Option<string?> Language = new("--language", "-l") { Description = "ko or en. Without it the question's own language." };
    private static readonly Option<string?> AgeGroup = new("--age-group") { Description = "The customer's age group, such as 30대." };
    private static readonly Option<string?> UseCase = new("--use-case") { Description = "What it is for, such as 통근 or running." };
    private static readonly Option<string?> Interests = new("--interests") { Description = "What matters to the customer, such as \"배터리, 방수\"." };
    private static readonly Option<bool> Json = new("--json") { Description = "Print the whole answer as JSON." };

    public static Command Create()
    {
        var command = new Command("ask", "Answers one question.") { Question, Product, Customer, Language, AgeGroup, UseCase, Interests, Json };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (query, problems) = CustomerQuery.Create(
            parsed.GetValue(Question), parsed.GetValue(Product), parsed.GetValue(Customer), parsed.GetValue(Language),
            new CustomerContext(parsed.GetValue(AgeGroup), parsed.GetValue(UseCase), parsed.GetValue(Interests)), Surface.CommandLine);
        if (query is null)
            return await RefuseAsync(problems).ConfigureAwait(false);

        using var host = await Services.StartAsync(cancellationToken).ConfigureAwait(false);
        var run = host.Services.GetRequiredService<IAnswerRuns>().Start(query);
        await using var stop = cancellationToken.Register(() =>
        {
            Console.Error.WriteLine("Stopping; what is written so far is kept.");
            _ = run.StopAsync();
        });
        IAskOutput output = parsed.GetValue(Json) ? new JsonOutput() : new TextOutput(query);
        var code = ExitCode.Failed;
        await foreach (var (_, next) in run.FollowAsync(0, CancellationToken.None).ConfigureAwait(false))
        {
            output.Show(next);
            if (next is AnswerEvent.Failed { Code: AnswerFailure.InvalidInput } refused)
                code = await RefuseAsync(refused.Problems).ConfigureAwait(false);
            else if (next is AnswerEvent.Failed failed)
                await Console.Error.WriteLineAsync(Failure(failed.Code, run.Id)).ConfigureAwait(false);
            else if (next is AnswerEvent.Completed)
                code = ExitCode.Done;
        }

        await host.StopAsync(CancellationToken.None).ConfigureAwait(false);
        return code;
    }

    private static async Task<int> RefuseAsync(IReadOnlyList<InputProblem> problems)
    {
        foreach (var problem in problems)
            await Console.Error.WriteLineAsync(Message(problem)).ConfigureAwait(false);
        return ExitCode.WrongUse;
    }

    private static string Message(InputProblem problem)
    {
        var name = problem.Field switch
        {
            InputField.Question => "The question",
            InputField.ProductId => "--product",
            InputField.CustomerId => "--customer",
            InputField.Language => "--language",
            InputField.AgeGroup => "--age-group",
            InputField.UseCase => "--use-case",
            _ => "--interests",
        };
        return (problem.Field, problem.Code) switch
        {
            (InputField.ProductId, InputProblemCode.Unknown) => "There is no product with the id given as --product.",
            (InputField.CustomerId, InputProblemCode.Unknown) => "There is no customer with the id given as --customer.",
            (InputField.Language, _) => "--language must be ko or en.",
            (_, InputProblemCode.Empty) => $"{name} must not be empty.",
            (_, InputProblemCode.TooLong) => $"{name} must have at most {problem.Limit:N0} characters.",
            (_, InputProblemCode.ControlCharacters) => $"{name} must not hold control characters.",
            _ => $"{name} must have 1 to 64 letters, digits, '-', '_' or '.'.",
        };
    }

    private static string Failure(AnswerFailure failure, string answerId) => failure == AnswerFailure.StorageUnavailable
        ? "The database could not be read or written. The log above has the cause."
        : $"The answer could not be written. The log above has the cause under {answerId}.";
}
