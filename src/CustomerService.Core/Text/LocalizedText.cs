namespace CustomerService.Core.Text;

/// <summary>A text in both languages of the shop. Where one is missing the other stands in.</summary>
public sealed record LocalizedText(string Ko, string En)
{
    public string In(Language language) =>
        language == Language.Korean ? (Ko.Length > 0 ? Ko : En) : (En.Length > 0 ? En : Ko);

    /// <summary>Both texts, the one that is there in the place of one that is missing.</summary>
    public LocalizedText Completed() => new(In(Language.Korean), In(Language.English));
}
