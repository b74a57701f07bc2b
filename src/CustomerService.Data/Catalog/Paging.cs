namespace CustomerService.Data.Catalog;

internal static class Paging
{
    /// <summary>How many rows lie before a page, also of a page number that nobody has pages for.</summary>
    public static int Before(int page, int pageSize) => (int)Math.Min((page - 1L) * pageSize, int.MaxValue);
}
