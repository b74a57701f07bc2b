using CustomerService.Core.Models;

namespace CustomerService.Cli;

internal static class ModelChoice
{
    /// <returns>Why these models cannot be asked; null when they can.</returns>
    public static string? Problem(ITextModel models, IEnumerable<string> wanted)
    {
        if (models.Names.Count == 0)
            return "No model endpoint is configured. Set OpenAI__BaseUrl, OpenAI__ApiKey or both.";
        var unknown = wanted.Where(m => !models.Names.Contains(m, StringComparer.Ordinal)).ToList();
        return unknown.Count == 0 ? null : $"The configuration names no model {string.Join(", ", unknown)}. Known are {string.Join(", ", models.Names)}.";
    }
}
