using CustomerService.Core.Text;

namespace CustomerService.Core.Conversations;

/// <summary>Words that agents use again and again.</summary>
/// <param name="Shortcut">What agents type after a slash: 1 to <see cref="MaxShortcut"/> letters, digits and hyphens, lower case.</param>
/// <param name="Text">At most <see cref="AgentDesk.MaxText"/> characters in each language, one of which may be missing.</param>
/// <param name="ChangedBy">The member of staff who last changed it.</param>
public sealed record CannedReply(string Id, string Shortcut, LocalizedText Text, string ChangedBy, DateTimeOffset ChangedAt)
{
    public const int MaxShortcut = 30;

    public static bool IsShortcut(string? text) => text is { Length: > 0 and <= MaxShortcut } && text.All(c => c == '-' || (char.IsLetterOrDigit(c) && !char.IsUpper(c)));

    /// <summary>What is wrong with it in itself.</summary>
    public CannedProblem Problem() =>
        !IsShortcut(Shortcut) ? CannedProblem.Shortcut
        : string.IsNullOrWhiteSpace(Text.Ko) && string.IsNullOrWhiteSpace(Text.En) ? CannedProblem.Empty
        : Text.Ko.Length > AgentDesk.MaxText || Text.En.Length > AgentDesk.MaxText ? CannedProblem.TooLong
        : CannedProblem.None;
}

/// <summary>Why a canned reply was not kept.</summary>
public enum CannedProblem
{
    None,
    /// <summary>The short-cut is empty, too long, or holds something else than letters, digits and hyphens.</summary>
    Shortcut,
    /// <summary>Another reply has the short-cut.</summary>
    Taken,
    Empty,
    TooLong,
}

/// <summary>Keeps canned replies.</summary>
public interface ICannedReplies
{
    /// <summary>All, by short-cut.</summary>
    Task<IReadOnlyList<CannedReply>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Adds a reply, or changes the one with its id.</summary>
    Task<CannedProblem> SaveAsync(CannedReply reply, CancellationToken cancellationToken);

    Task DeleteAsync(string id, CancellationToken cancellationToken);
}
