using CustomerService.Core.Answers;
using CustomerService.Core.Models;
using CustomerService.Core.Text;

namespace CustomerService.Data.Answers;

/// <summary>A stored answer. What is searched has a column; what was found is JSON.</summary>
internal sealed class AnswerRecord
{
    public required string Id { get; init; }
    public required Surface Surface { get; init; }
    public required AnswerState State { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public required string Question { get; init; }
    public required Language Language { get; init; }
    public string? ProductId { get; init; }
    public string? CustomerId { get; init; }
    public string Text { get; init; } = "";
    public AnswerSource Source { get; init; }
    public string? Model { get; init; }
    /// <summary>JSON; null for the embedded assistant.</summary>
    public string? Author { get; init; }
    /// <summary>JSON; null where nothing was held back.</summary>
    public string? HeldBack { get; init; }
    public ModelFault? Fault { get; init; }
    public int PromptTokens { get; init; }
    public int CompletionTokens { get; init; }
    /// <summary>US dollars; null when unknown.</summary>
    public decimal? Cost { get; init; }
    public bool TokensEstimated { get; init; }
    public double? LookupsMs { get; init; }
    public double? FirstTokenMs { get; init; }
    public double TotalMs { get; init; }
    public string Lookups { get; init; } = "[]";
    public string Citations { get; init; } = "[]";
    /// <summary>The program that writes it; null where nobody else is to end it.</summary>
    public string? Node { get; init; }
}
