using System.Text;

namespace CustomerService.Core.Text;

/// <summary>Korean syllables and the particles that change with them.</summary>
public static class Hangul
{
    private const char FirstSyllable = '가';
    private const char LastSyllable = '힣';
    private const int FinalsPerSyllable = 28;
    private const int VowelsPerInitial = 21;
    private const int FinalRieul = 8;

    private const string Initials = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private static readonly string[] Vowels = "ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ".Split(' ');
    private static readonly string[] Finals = ["", .. "ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ".Split(' ')];

    /// <summary>Whether the character is a Hangul syllable or a compatibility letter (ㄱ … ㅣ).</summary>
    public static bool IsHangul(char c) => c is (>= FirstSyllable and <= LastSyllable) or (>= 'ㄱ' and <= 'ㅣ');

    /// <summary>Appends a syllable as the letters by which it is typed, 닉 as ㄴㅣㄱ and 웨 as ㅇㅜㅔ; anything else as it is.</summary>
    public static void AppendLetters(StringBuilder letters, char c)
    {
        if (c is < FirstSyllable or > LastSyllable)
        {
            letters.Append(c);
            return;
        }

        var index = c - FirstSyllable;
        letters.Append(Initials[index / (VowelsPerInitial * FinalsPerSyllable)])
            .Append(Vowels[index / FinalsPerSyllable % VowelsPerInitial]).Append(Finals[index % FinalsPerSyllable]);
    }

    /// <summary>Appends the form of a particle pair that fits the word's last sound: <c>With("이어폰", "은/는")</c> is 이어폰은.</summary>
    /// <param name="word">A word in Hangul, Latin letters or digits, as it is pronounced in Korean.</param>
    /// <param name="particle">The form after a consonant and the form after a vowel, as in 은/는, 이/가, 을/를, 과/와, 으로/로.</param>
    public static string With(string word, string particle)
    {
        var slash = particle.IndexOf('/', StringComparison.Ordinal);
        var (final, rieul) = LastSound(word);
        var afterConsonant = final && !(rieul && particle.StartsWith("으로", StringComparison.Ordinal));
        return word + (afterConsonant ? particle[..slash] : particle[(slash + 1)..]);
    }

    private static (bool Final, bool Rieul) LastSound(string word)
    {
        for (var i = word.Length - 1; i >= 0; i--)
        {
            var c = word[i];
            if (c is >= FirstSyllable and <= LastSyllable)
            {
                var final = (c - FirstSyllable) % FinalsPerSyllable;
                return (final != 0, final == FinalRieul);
            }

            // 영 일 이 삼 사 오 육 칠 팔 구, and 엘 엠 엔 알 for the letters whose Korean names end in a consonant.
            if (char.IsAsciiDigit(c))
                return ("013678".Contains(c, StringComparison.Ordinal), "178".Contains(c, StringComparison.Ordinal));
            // Within a word r is not heard: 에어, 파워.
            if (c == 'r' && i > 0 && char.IsAsciiLetter(word[i - 1]))
                return (false, false);
            if (char.IsAsciiLetter(c))
                return ("lmnrLMNR".Contains(c, StringComparison.Ordinal), "lrLR".Contains(c, StringComparison.Ordinal));
        }

        return (false, false);
    }
}
