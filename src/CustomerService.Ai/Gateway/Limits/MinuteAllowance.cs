namespace CustomerService.Ai.Gateway;

/// <summary>
/// So much a minute, handed out evenly: a bucket that fills at one sixtieth of the limit a second and may be overdrawn when more
/// was used than had been reckoned. The framework's limiters know neither a clock of one's own nor a correction. Not thread-safe.
/// </summary>
internal sealed class MinuteAllowance(int perMinute, TimeProvider time)
{
    private double _left = perMinute;
    private long _filledAt = time.GetTimestamp();

    public int PerMinute => perMinute;

    public double Left
    {
        get
        {
            var now = time.GetTimestamp();
            _left = Math.Min(perMinute, _left + time.GetElapsedTime(_filledAt, now).TotalMinutes * perMinute);
            _filledAt = now;
            return _left;
        }
    }

    /// <summary>Whether there is enough; what is more than the whole bucket waits until it is full.</summary>
    public bool Has(int amount) => Left >= Math.Min(amount, perMinute) - 1e-6;

    public void Take(int amount) => _left = Left - amount;

    /// <summary>Gives back what was reckoned too much; below 0 takes what was reckoned too little.</summary>
    public void Correct(int amount) => _left = Math.Min(perMinute, Left + amount);

    /// <summary>Until there is enough.</summary>
    public TimeSpan Until(int amount) => TimeSpan.FromMinutes(Math.Max(0, (Math.Min(amount, perMinute) - Left) / perMinute));
}
