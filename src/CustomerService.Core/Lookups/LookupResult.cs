using System.Text.Json.Serialization;

namespace CustomerService.Core.Lookups;

public enum LookupKind
{
    ProductInfo,
    ReviewAnalysis,
    StockCheck,
    Recommendation,
}

public enum LookupState
{
    /// <summary>It has something to say.</summary>
    Found,
    /// <summary>It looked, and there is nothing.</summary>
    Empty,
    /// <summary>Its deadline passed; what it would have found is unknown.</summary>
    TimedOut,
    /// <summary>It broke; what it would have found is unknown.</summary>
    Failed,
}

/// <summary>Why a lookup has nothing to say.</summary>
public enum EmptyReason
{
    /// <summary>The question names no product and none was given.</summary>
    NoProduct,
    NoReviews,
    /// <summary>No warehouse carries the product.</summary>
    NotCarried,
    /// <summary>Nothing in stock fulfils the wishes.</summary>
    NoMatch,
}

/// <summary>How one lookup ended. Exactly one of the four states; data only with <see cref="LookupState.Found"/>.</summary>
/// <param name="Elapsed">From the common start of all lookups until this one ended.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "state")]
[JsonDerivedType(typeof(Found), "found")]
[JsonDerivedType(typeof(Empty), "empty")]
[JsonDerivedType(typeof(TimedOut), "timedOut")]
[JsonDerivedType(typeof(Failed), "failed")]
public abstract record LookupResult(LookupKind Kind, TimeSpan Elapsed)
{
    [JsonIgnore]
    public abstract LookupState State { get; }

    public sealed record Found(LookupKind Kind, TimeSpan Elapsed, LookupData Data) : LookupResult(Kind, Elapsed)
    {
        [JsonIgnore]
        public override LookupState State => LookupState.Found;
    }

    public sealed record Empty(LookupKind Kind, TimeSpan Elapsed, EmptyReason Reason) : LookupResult(Kind, Elapsed)
    {
        [JsonIgnore]
        public override LookupState State => LookupState.Empty;
    }

    public sealed record TimedOut(LookupKind Kind, TimeSpan Elapsed) : LookupResult(Kind, Elapsed)
    {
        [JsonIgnore]
        public override LookupState State => LookupState.TimedOut;
    }

    /// <summary>The cause is in the log, under the answer's id; it is never shown.</summary>
    public sealed record Failed(LookupKind Kind, TimeSpan Elapsed) : LookupResult(Kind, Elapsed)
    {
        [JsonIgnore]
        public override LookupState State => LookupState.Failed;
    }
}
