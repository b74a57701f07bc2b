namespace CustomerService.Data.Staff;

/// <summary>A key with which cookies and forms are protected: all programs on one database share them.</summary>
internal sealed class KeyRecord
{
    public required string Name { get; init; }
    public required string Xml { get; init; }
}
