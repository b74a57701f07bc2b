using CustomerService.Ai.Grounding;

namespace CustomerService.Ai.Gateway;

/// <summary>Numbered evidence as a prompt holds it.</summary>
internal static class EvidenceLines
{
    /// <param name="room">Tokens that it may take.</param>
    public static string Of(EvidenceItems items, int room)
    {
        // What is unknown comes first: whatever else is cut, that must not be.
        var lines = items.Unknown.Concat(items.Items.Select(i => $"[{i.Number}] {i.Text}")).TakeWhile(line => (room -= TokenEstimate.Of(line) + 1) >= 0);
        return string.Join('\n', lines);
    }
}
