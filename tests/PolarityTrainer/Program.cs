using System.Globalization;
using CustomerService.PolarityTrainer;

// Makes the polarity model that the embedded review analyzer ships with:
//   dotnet run --project tests/PolarityTrainer -- <labelled reviews.tsv> <polarity-ko.bin>
if (args is not [var source, var target])
{
    await Console.Error.WriteLineAsync("Usage: PolarityTrainer <labelled reviews.tsv> <model file to write>");
    return 2;
}

if (!File.Exists(source))
{
    await Console.Error.WriteLineAsync($"There is no file {source}.");
    return 1;
}

var (learnt, heldOut) = LabelledReviews.Read(source);
var model = new LogisticRegression();
model.Fit(learnt);
await using (var file = File.Create(target))
    model.Write(file);
await using (var file = File.OpenRead(target))
{
    var written = new CustomerService.Ai.Embedded.Reviews.KoreanPolarityModel(file);
    var right = heldOut.Count(r => written.Score(r.Text, 0, r.Text.Length) > 0 == r.Praises);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Learnt from {learnt.Count} reviews; {100.0 * right / heldOut.Count:0.0}% of {heldOut.Count} held out are right."));
}

return 0;
