namespace CustomerService.Ai.Embedded.Reviews;

/// <summary>The hashed runs of 1 to <see cref="KoreanPolarityModel.LongestRun"/> characters of a text, white space folded to one.</summary>
internal ref struct CharacterRuns(ReadOnlySpan<char> text)
{
    // FNV-1a, 32 bits.
    private const uint Offset = 2166136261;
    private const uint Prime = 16777619;

    private readonly ReadOnlySpan<char> _text = text;
    private int _start;
    private int _length;
    private uint _hash = Offset;

    public int Current { get; private set; }

    public readonly CharacterRuns GetEnumerator() => this;

    public bool MoveNext()
    {
        while (true)
        {
            var at = _start + _length;
            if (_length < KoreanPolarityModel.LongestRun && at < _text.Length && !(_length == 0 && char.IsWhiteSpace(_text[at])))
            {
                _length++;
                var c = char.IsWhiteSpace(_text[at]) ? ' ' : _text[at];
                _hash = (_hash ^ c) * Prime;
                Current = (int)((_hash ^ (_hash >> 15)) & (KoreanPolarityModel.Buckets - 1));
                return true;
            }

            _start++;
            _length = 0;
            _hash = Offset;
            if (_start >= _text.Length)
                return false;
        }
    }
}
