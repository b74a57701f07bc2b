namespace CustomerService.Web.Features.Synonyms;

/// <summary>Names the resources of the page of synonyms.</summary>
public sealed class SynonymsText;
