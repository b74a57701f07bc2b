using System.Text;
using CustomerService.Core.Text;

namespace CustomerService.Core.Conversations;

/// <summary>Why a canned reply cannot be kept.</summary>
public enum CannedReplyProblem
{
    None,
    /// <summary>Not 1 to <see cref="CannedReply.MaxShortcut"/> letters, digits and hyphens.</summary>
    Shortcut,
    /// <summary>There is another one with this shortcut.</summary>
    Taken,
    /// <summary>No text in either language.</summary>
    Empty,
    TooLong,
    /// <summary>A variable that nothing can fill in: see <see cref="CannedText.Variables"/>.</summary>
    Variable,
}

/// <summary>Words that agents use again and again.</summary>
/// <param name="Shortcut">What agents type after a slash: 1 to <see cref="MaxShortcut"/> letters, digits and hyphens, lower case.</param>
/// <param name="Text">At most <see cref="AgentDesk.MaxText"/> characters in each language, one of which may be missing.</param>
/// <param name="ChangedBy">The member of staff who last changed it.</param>
public sealed record CannedReply(string Id, string Shortcut, LocalizedText Text, string ChangedBy, DateTimeOffset ChangedAt)
{
    public const int MaxShortcut = 30;

    public static string NewId() => "R" + Guid.CreateVersion7().ToString("N");

    /// <summary>As it is kept: without the slash, spaces around and capitals.</summary>
    public CannedReply Normalized() => this with
    {
        Shortcut = Shortcut.Trim().TrimStart('/').ToLowerInvariant().Normalize(NormalizationForm.FormC),
        Text = new(Text.Ko.Trim(), Text.En.Trim()),
    };

    /// <summary>What is wrong with it by itself; that the shortcut is free only the store knows.</summary>
    public CannedReplyProblem Problem() =>
        Shortcut.Length is 0 or > MaxShortcut || !Shortcut.EnumerateRunes().All(r => r.Value == '-' || Rune.IsLetterOrDigit(r)) ? CannedReplyProblem.Shortcut
        : Text is { Ko.Length: 0, En.Length: 0 } ? CannedReplyProblem.Empty
        : Math.Max(Text.Ko.Length, Text.En.Length) > AgentDesk.MaxText ? CannedReplyProblem.TooLong
        : CannedText.Unknown(Text.Ko).Count + CannedText.Unknown(Text.En).Count > 0 ? CannedReplyProblem.Variable
        : CannedReplyProblem.None;

    /// <summary>Whether the shortcut or a text holds these words.</summary>
    public bool Has(string words) =>
        Shortcut.Contains(words, StringComparison.OrdinalIgnoreCase) || Text.Ko.Contains(words, StringComparison.OrdinalIgnoreCase) || Text.En.Contains(words, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The canned replies of the shop.</summary>
public interface ICannedReplies
{
    /// <summary>All of them by shortcut. Answered from memory; what another program wrote shows within seconds.</summary>
    ValueTask<IReadOnlyList<CannedReply>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Adds one, or changes the one with its id.</summary>
    Task<CannedReplyProblem> SaveAsync(CannedReply reply, CancellationToken cancellationToken);

    Task DeleteAsync(string id, CancellationToken cancellationToken);
}
