using CustomerService.Ai.Embedded.Reviews;

namespace CustomerService.PolarityTrainer;

/// <summary>Logistic regression over hashed character runs, fitted by AdaGrad with a fixed order of examples for each seed.</summary>
internal sealed class LogisticRegression
{
    private const int Epochs = 8;
    private const float Rate = 0.2f;
    private const float Decay = 1e-5f;
    private const int Seed = 20261122;

    private readonly float[] _weights = new float[KoreanPolarityModel.Buckets];
    private readonly float[] _squares = new float[KoreanPolarityModel.Buckets];
    private float _bias;

    public void Fit(IReadOnlyList<LabelledReview> reviews)
    {
        var random = new Random(Seed);
        var order = Enumerable.Range(0, reviews.Count).ToArray();
        var buckets = new List<int>();
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (var index in order)
                Step(reviews[index], buckets);
        }
    }

    /// <summary>Writes scale, bias and the weights as signed bytes.</summary>
    public void Write(Stream stream)
    {
        var largest = Largest();
        using var writer = new BinaryWriter(stream);
        writer.Write(largest / sbyte.MaxValue);
        writer.Write(_bias);
        foreach (var weight in _weights)
            writer.Write((sbyte)Math.Clamp(MathF.Round(weight / largest * sbyte.MaxValue), -sbyte.MaxValue, sbyte.MaxValue));
    }

    /// <summary>The weight that becomes ±127: one in a thousand of those in use is larger and is cut, so that the many small ones keep their steps.</summary>
    private float Largest()
    {
        var used = _weights.Where(w => w != 0).Select(Math.Abs).Order().ToArray();
        return used[(int)(used.Length * 0.999)];
    }

    private void Step(LabelledReview review, List<int> buckets)
    {
        buckets.Clear();
        foreach (var bucket in new CharacterRuns(review.Text))
            buckets.Add(bucket);
        if (buckets.Count == 0)
            return;
        var unit = 1 / MathF.Sqrt(buckets.Count);
        var score = _bias;
        foreach (var bucket in buckets)
            score += _weights[bucket] * unit;
        var error = (review.Praises ? 1 : 0) - (1 / (1 + MathF.Exp(-score)));
        _bias += 0.01f * error;
        foreach (var bucket in buckets)
        {
            var gradient = (error * unit) - (Decay * _weights[bucket]);
            _squares[bucket] += gradient * gradient;
            _weights[bucket] += Rate * gradient / MathF.Sqrt(_squares[bucket] + 1e-3f);
        }
    }
}
