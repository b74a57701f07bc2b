using System.Security.Cryptography;

namespace CustomerService.Ai.Gateway;

/// <summary>The operating system's randomness, safe to use from many threads.</summary>
internal sealed class SystemRandom : Random
{
    private const double Steps = 1L << 53;

    public override double NextDouble() => NextInt64(1L << 53) / Steps;

    public override long NextInt64(long maxValue)
    {
        Span<byte> bytes = stackalloc byte[8];
        RandomNumberGenerator.Fill(bytes);
        return (long)(BitConverter.ToUInt64(bytes) % (ulong)maxValue);
    }
}
