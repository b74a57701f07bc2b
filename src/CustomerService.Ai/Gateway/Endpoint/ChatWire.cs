using System.Buffers;
using System.Text;
using System.Text.Json;
using CustomerService.Core.Models;
using Microsoft.Extensions.AI;

namespace CustomerService.Ai.Gateway;

/// <summary>What one event of a stream, or a whole reply, says.</summary>
/// <param name="Text">Null where it holds none.</param>
/// <param name="Finish">The endpoint's <c>finish_reason</c>.</param>
/// <param name="Fault">The event cannot be read, or tells of an error.</param>
internal readonly record struct WirePiece(string? Text, string? Finish, (int Prompt, int Completion)? Usage, ModelFault? Fault = null, string? Detail = null)
{
    public static WirePiece Done { get; } = new(null, "[DONE]", null);
}

/// <summary>The JSON of OpenAI's chat completions, as endpoints of many makers write and read it.</summary>
internal static class ChatWire
{
    private static ReadOnlySpan<byte> DoneMark => "[DONE]"u8;

    public static ReadOnlyMemory<byte> Request(IEnumerable<ChatMessage> messages, string model, int? maxTokens, float? temperature, bool stream)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("model"u8, model);
        json.WriteStartArray("messages"u8);
        foreach (var message in messages)
        {
            json.WriteStartObject();
            json.WriteString("role"u8, message.Role.Value);
            json.WriteString("content"u8, message.Text);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (maxTokens is { } max)
            json.WriteNumber("max_tokens"u8, max);
        if (temperature is { } t)
            json.WriteNumber("temperature"u8, t);
        if (stream)
        {
            json.WriteBoolean("stream"u8, true);
            json.WriteStartObject("stream_options"u8);
            json.WriteBoolean("include_usage"u8, true);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>Reads an event or a whole reply; what it does not know it passes over.</summary>
    public static WirePiece Read(ReadOnlySpan<byte> data)
    {
        if (data.Trim(" \r\n"u8).SequenceEqual(DoneMark))
            return WirePiece.Done;
        try
        {
            var reader = new Utf8JsonReader(data);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
                return Malformed("not an object");
            return ReadObject(ref reader);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            return Malformed(e.Message);
        }
    }

    private static WirePiece Malformed(string detail) => new(null, null, null, ModelFault.Malformed, detail);

    private static WirePiece ReadObject(ref Utf8JsonReader reader)
    {
        var piece = default(WirePiece);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("choices"u8))
                piece = ReadChoices(ref reader, piece);
            else if (reader.ValueTextEquals("usage"u8))
                piece = piece with { Usage = ReadUsage(ref reader) };
            else if (reader.ValueTextEquals("error"u8))
                piece = ReadError(ref reader, piece);
            else
                Pass(ref reader);
        }

        // The reader must have come to the end of the object: a truncated one is no message.
        return reader.TokenType == JsonTokenType.EndObject && !reader.Read() ? piece : Malformed("the object does not end");
    }

    /// <summary>The first choice only: no more than one is asked for.</summary>
    private static WirePiece ReadChoices(ref Utf8JsonReader reader, WirePiece piece)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return piece;
        }

        var isFirst = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (!isFirst || reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            isFirst = false;
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (reader.ValueTextEquals("delta"u8) || reader.ValueTextEquals("message"u8))
                    piece = piece with { Text = ReadContent(ref reader) ?? piece.Text };
                else if (reader.ValueTextEquals("finish_reason"u8))
                    piece = piece with { Finish = ReadString(ref reader) };
                else
                    Pass(ref reader);
            }
        }

        return piece;
    }

    private static string? ReadContent(ref Utf8JsonReader reader)
    {
        string? text = null;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("content"u8))
                text = ReadString(ref reader);
            else
                Pass(ref reader);
        }

        return text;
    }

    private static (int, int)? ReadUsage(ref Utf8JsonReader reader)
    {
        int? prompt = null, completion = null;
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("prompt_tokens"u8))
                prompt = ReadCount(ref reader);
            else if (reader.ValueTextEquals("completion_tokens"u8))
                completion = ReadCount(ref reader);
            else
                Pass(ref reader);
        }

        return prompt is { } p && completion is { } c ? (p, c) : null;
    }

    private static WirePiece ReadError(ref Utf8JsonReader reader, WirePiece piece)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
            return piece;
        using var error = JsonDocument.ParseValue(ref reader);
        var (text, code) = ErrorOf(error.RootElement);
        return piece with { Fault = FaultOf(400, code, text), Detail = $"{code} {text}".Trim() };
    }

    /// <summary>Message and code of an error object, or of a plain string.</summary>
    private static (string Message, string Code) ErrorOf(JsonElement error)
    {
        if (error.ValueKind == JsonValueKind.String)
            return (error.GetString()!, "");
        if (error.ValueKind != JsonValueKind.Object)
            return ("", "");
        return (Member("message"), Member("code") is { Length: > 0 } code ? code : Member("type"));

        string Member(string name) => error.TryGetProperty(name, out var value) ? value.ToString() : "";
    }

    /// <summary>What a refusal means, and its words for the log.</summary>
    public static (ModelFault Fault, string Detail) ReadRefusal(int status, ReadOnlySpan<byte> body)
    {
        var (message, code) = ("", "");
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            if (document.RootElement is { ValueKind: JsonValueKind.Object } root)
                (message, code) = ErrorOf(root.TryGetProperty("error", out var error) ? error : root);
        }
        catch (JsonException)
        {
            message = Encoding.UTF8.GetString(body[..Math.Min(body.Length, 200)]);
        }

        return (FaultOf(status, code, message), $"{code} {message}".Trim());
    }

    private static ModelFault FaultOf(int status, string code, string message)
    {
        var said = $"{code} {message}";
        return status switch
        {
            401 or 403 => ModelFault.WrongKey,
            404 => ModelFault.UnknownModel,
            413 => ModelFault.ContextTooLong,
            429 => ModelFault.RateLimited,
            408 or >= 500 => ModelFault.ServerError,
            >= 300 and < 400 => ModelFault.Malformed,
            _ when Says(said, "context_length") || Says(said, "context length") || Says(said, "context window") || Says(said, "maximum context") || Says(said, "too many tokens") => ModelFault.ContextTooLong,
            _ when Says(said, "model_not_found") || Says(said, "unknown model") || Says(said, "does not exist") => ModelFault.UnknownModel,
            _ when Says(said, "invalid_api_key") => ModelFault.WrongKey,
            _ when Says(said, "rate_limit") || Says(said, "overloaded") => ModelFault.RateLimited,
            _ when Says(said, "server_error") || Says(said, "internal error") => ModelFault.ServerError,
            _ => ModelFault.Refused,
        };
    }

    private static bool Says(string said, string words) => said.Contains(words, StringComparison.OrdinalIgnoreCase);

    private static void Pass(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private static string? ReadString(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString();
        reader.Skip();
        return null;
    }

    private static int? ReadCount(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var count) && count >= 0)
            return count;
        reader.Skip();
        return null;
    }
}
