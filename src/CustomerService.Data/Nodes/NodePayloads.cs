using System.Text;
using System.Text.Json;
using CustomerService.Core.Conversations;
using CustomerService.Data.Answers;

namespace CustomerService.Data.Nodes;

/// <summary>
/// The texts that NOTIFY carries. Signals are the ids of threads that changed, or those in which somebody is writing with who it is, or those that an agent has open with the agent and what they do, several to a text. A message of any length is cut into pieces, each
/// below a head that says what it is a piece of.
/// </summary>
internal static class NodePayloads
{
    /// <summary>Bytes of a text; PostgreSQL takes less than 8,000.</summary>
    public const int MaxBytes = 7_900;

    private const int MaxHead = 100;

    /// <summary>The channel on which all programs listen for changed threads.</summary>
    public const string SignalChannel = "customer_service";

    /// <summary>The channel on which one program listens.</summary>
    public static string ChannelOf(string node) => $"{SignalChannel}_{node}";

    public static string Typing(string conversationId, MessageAuthor author) => $"{conversationId} {author}";

    public static string Present(string conversationId, string agentId, string page, PresenceSign sign) => $"{conversationId} {agentId} {page} {sign}";

    /// <param name="sender">This program, which knows its own signals already.</param>
    public static IEnumerable<string> Signals(string sender, IEnumerable<string> signals)
    {
        var text = new StringBuilder(sender);
        foreach (var signal in signals)
        {
            if (text.Length + signal.Length + 1 > MaxBytes)
            {
                yield return text.ToString();
                text.Clear().Append(sender);
            }

            text.Append('\n').Append(signal);
        }

        if (text.Length > sender.Length)
            yield return text.ToString();
    }

    /// <param name="number">Tells the messages of a sender apart.</param>
    public static IEnumerable<string> Pieces(string sender, long number, NodeMessage message)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(message, AnswerStore.Json);
        for (int start = 0, end, index = 0; start < json.Length; start = end, index++)
        {
            end = Math.Min(start + MaxBytes - MaxHead, json.Length);
            while (end < json.Length && (json[end] & 0xC0) == 0x80)
                end--;
            yield return $"{sender} {number} {index} {(end == json.Length ? "last" : "more")}\n{Encoding.UTF8.GetString(json, start, end - start)}";
        }
    }
}

/// <summary>Puts the pieces of one sender's messages together again. A message of which a piece is missing is dropped.</summary>
internal sealed class NodePieces
{
    private readonly StringBuilder _text = new();
    private string? _number;
    private int _next;

    /// <returns>The message, when this was its last piece.</returns>
    /// <exception cref="JsonException">It is not a message that this version knows.</exception>
    public NodeMessage? Add(string number, int index, bool last, ReadOnlySpan<char> piece)
    {
        if (index == 0)
        {
            _text.Clear();
            (_number, _next) = (number, 0);
        }

        if (number != _number || index != _next)
            return null;
        _text.Append(piece);
        _next++;
        return last ? JsonSerializer.Deserialize<NodeMessage>(_text.ToString(), AnswerStore.Json) : null;
    }
}
