using CustomerService.Core.Answers;
using CustomerService.Core.Models;
using CustomerService.Core.Usage;
using Microsoft.Extensions.AI;

namespace CustomerService.Ai.Gateway;

/// <summary>One piece of work for a model: what it is for, whose turn it takes, and what came of it. Travels through the chat clients as their options.</summary>
/// <param name="models">In the order in which they are tried.</param>
/// <param name="caller">Callers take turns in the queue: a conversation, or a key of the API.</param>
internal sealed class ModelTurn(ModelPurpose purpose, IReadOnlyList<string> models, string caller, string? answerId = null) : ChatOptions
{
    private readonly List<Setback> _setbacks = [];

    public ModelPurpose Purpose => purpose;
    public IReadOnlyList<string> Models => models;
    public string Caller => caller;
    public string? AnswerId => answerId;
    /// <summary>Waits until no customer waits.</summary>
    public bool IsBatch => purpose is ModelPurpose.Batch or ModelPurpose.Benchmark or ModelPurpose.Triage;

    /// <summary>The longest completion that is of use, in tokens.</summary>
    public int WantedTokens { get; init; } = 1_000;

    /// <summary>Of the call that is going on or was the last: from 1.</summary>
    public int Attempt { get; set; }
    /// <summary>In the queue, before the request that is going on or was the last.</summary>
    public TimeSpan Waited { get; set; }
    /// <summary>From the request until the first token; null when none came.</summary>
    public TimeSpan? FirstToken { get; set; }
    /// <summary>Prompt and completion, as reckoned before the request.</summary>
    public int ReckonedTokens { get; set; }
    /// <summary>What the last call used; null when nothing came of it.</summary>
    public TokenUsage? Used { get; set; }
    public IReadOnlyList<Setback> Setbacks => _setbacks;

    public void Note(string model, ModelFault fault) => _setbacks.Add(new(model, fault));

    public static ModelTurn Of(ChatOptions? options) => options as ModelTurn ?? throw new ArgumentException("Not a model turn.", nameof(options));
}
