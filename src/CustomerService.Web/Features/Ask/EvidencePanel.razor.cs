namespace CustomerService.Web.Features.Ask;

/// <summary>What the four lookups found, each as soon as it is there.</summary>
public sealed partial class EvidencePanel
{
    protected override AskChanges Concerns => AskChanges.Lookups;
}
