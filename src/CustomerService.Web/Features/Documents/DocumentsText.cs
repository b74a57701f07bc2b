namespace CustomerService.Web.Features.Documents;

/// <summary>Names the resources of the documents' pages.</summary>
public sealed class DocumentsText;
