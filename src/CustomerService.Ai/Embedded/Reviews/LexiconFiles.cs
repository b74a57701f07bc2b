namespace CustomerService.Ai.Embedded.Reviews;

/// <summary>The tab-separated files of this folder, embedded in the assembly.</summary>
internal static class LexiconFiles
{
    /// <summary>The lines of a file as columns; lines that begin with # are for people.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = Open(name);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
        }
    }

    public static Stream Open(string name) =>
        typeof(LexiconFiles).Assembly.GetManifestResourceStream($"Reviews.{name}")
        ?? throw new InvalidOperationException($"The file {name} is not embedded in the assembly.");

    /// <summary>All forms with their meaning: first the aspects, then the opinions, which win.</summary>
    public static IEnumerable<(string Form, LexiconEntry Entry)> Forms(string language)
    {
        foreach (var row in Rows($"aspects-{language}.tsv"))
        {
            foreach (var form in row[1].Split('|'))
                yield return (form, LexiconEntry.ForAspect(row[0]));
        }

        foreach (var row in Rows($"lexicon-{language}.tsv"))
        {
            var entry = LexiconEntry.Parse(row[1].Trim(), row.Length > 2 ? row[2] : "");
            foreach (var form in row[0].Split('|'))
                yield return (form, entry);
        }
    }
}
