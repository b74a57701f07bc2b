using System.Globalization;
using System.Text.Json;
using CustomerService.Core.Answers;
using CustomerService.Core.Lookups;
using CustomerService.Core.Text;
using Spectre.Console;

namespace CustomerService.Cli.Ask;

internal interface IAskOutput
{
    void Show(AnswerEvent next);
}

/// <summary>For people: each lookup as it lands, the text as it streams, then the times.</summary>
internal sealed class TextOutput : IAskOutput
{
    private static readonly Style Quiet = new(Color.Grey);
    private readonly Language _language;
    private readonly List<Citation> _citations = [];
    private bool _textBegun;

    public TextOutput(CustomerQuery query)
    {
        _language = query.Language;
        if (Console.IsOutputRedirected)
        {
            // The library would colour what goes into a file, and break its lines at 80 characters.
            AnsiConsole.Profile.Capabilities.Ansi = false;
            AnsiConsole.Profile.Width = int.MaxValue;
        }

        var customer = query.CustomerId is { } id ? $"[{_language.Choose("고객", "Customer")} #{id}] " : "";
        AnsiConsole.WriteLine();
        AnsiConsole.Write(new Text(customer + query.Question + "\n", new Style(decoration: Decoration.Bold)));
    }

    public void Show(AnswerEvent next)
    {
        switch (next)
        {
            case AnswerEvent.LookupFinished { Result: var result }:
                AnsiConsole.Write(new Text($"  {Name(result.Kind)}: ", new Style(result.State == LookupState.Found ? Color.Green : Color.Yellow)));
                Console.Write(LookupSummary.Of(result, _language));
                AnsiConsole.Write(new Text($"  {result.Elapsed.TotalMilliseconds:N0} ms\n", Quiet));
                break;
            case AnswerEvent.CitationAdded { Citation: var citation }:
                _citations.Add(citation);
                break;
            case AnswerEvent.TextDelta delta:
                if (!_textBegun)
                    Console.WriteLine();
                _textBegun = true;
                Console.Write(delta.Text.Replace("**", "", StringComparison.Ordinal));
                break;
            case AnswerEvent.Completed { Answer: var answer }:
                Finish(answer);
                break;
        }
    }

    private void Finish(Answer answer)
    {
        Console.WriteLine("\n");
        foreach (var citation in _citations)
            AnsiConsole.Write(new Text($"  [{citation.Number}] {citation.Label}\n", Quiet));
        var writer = answer.Source == AnswerSource.Embedded ? _language.Choose("내장 도우미", "Embedded assistant") : answer.Model;
        var stopped = answer.State switch
        {
            AnswerState.Stopped => _language.Choose(" · 중지됨", " · stopped"),
            AnswerState.Interrupted => _language.Choose(" · 중단됨", " · interrupted"),
            _ => "",
        };
        if (answer.Usage is { PromptTokens: > 0 } usage)
        {
            var cost = usage.Cost is { } c ? string.Create(CultureInfo.InvariantCulture, $"${c:0.00####}") : _language.Choose("요금 알 수 없음", "price unknown");
            stopped += $" · {_language.Choose("토큰", "tokens")} {usage.PromptTokens + usage.CompletionTokens:N0} · {cost}";
        }

        foreach (var held in answer.HeldBack)
            AnsiConsole.Write(new Text($"  {_language.Choose("보류", "held back")}: {held.Sentence.Trim()} ({held.Unsupported})\n", Quiet));
        AnsiConsole.Write(new Text(
            $"\n  {writer}{stopped} · {_language.Choose("조회", "lookups")} {answer.Timings.Lookups?.TotalMilliseconds:N0} ms · {_language.Choose("총 처리 시간", "total")} {answer.Timings.Total.TotalMilliseconds:N0} ms\n",
            Quiet));
    }

    private string Name(LookupKind kind) => kind switch
    {
        LookupKind.ProductInfo => _language.Choose("상품", "Product"),
        LookupKind.ReviewAnalysis => _language.Choose("리뷰 분석", "Reviews"),
        LookupKind.StockCheck => _language.Choose("재고", "Stock"),
        _ => _language.Choose("추천", "Recommendation"),
    };
}

/// <summary>For programs: the whole answer, as the HTTP API gives it.</summary>
internal sealed class JsonOutput : IAskOutput
{
    public void Show(AnswerEvent next)
    {
        if (next is AnswerEvent.Completed { Answer: var answer })
            Console.WriteLine(JsonSerializer.Serialize(AnswerMessage.Of(answer), AnswerJson.Indented.AnswerMessage));
    }
}
