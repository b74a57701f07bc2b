using Microsoft.Extensions.AI;

namespace CustomerService.Ai.Gateway;

/// <summary>How many tokens a text has, roughly: about four Latin letters, one and a half Korean syllables, each a token. No tokenizer is the same for two models.</summary>
internal static class TokenEstimate
{
    private const int PerMessage = 4;

    public static int Of(IEnumerable<ChatMessage> messages) => messages.Sum(m => PerMessage + Of(m.Text));

    public static int Of(ReadOnlySpan<char> text)
    {
        var quarters = 0;
        foreach (var c in text)
            quarters += c < 0x80 ? 1 : 3;
        return (quarters + 3) / 4;
    }
}
