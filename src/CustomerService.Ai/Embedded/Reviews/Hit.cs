using System.Runtime.InteropServices;

namespace CustomerService.Ai.Embedded.Reviews;

/// <summary>A form of the lexicon found in a text.</summary>
/// <param name="Start">First character in the text.</param>
/// <param name="End">The character after the last.</param>
/// <param name="Position">First symbol: the character in Korean, the word in English.</param>
/// <param name="PositionEnd">The symbol after the last.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Hit(LexiconEntry Entry, int Start, int End, int Position, int PositionEnd);

/// <summary>A part of a sentence that says one thing.</summary>
/// <param name="Weight">How much it counts in its sentence: what follows a "but" outweighs what stands before it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ClauseSpan(int Start, int End, double Weight);

