using CustomerService.Core.Catalog;
using CustomerService.Core.Import;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Import;

/// <summary>The shop's warehouses, with those that an import brings along. When they ship is not in the file, and stays unknown.</summary>
internal sealed class Warehouses
{
    private const string Main = "MAIN";

    private readonly SupportDbContext _context;
    private readonly ImportSettings _settings;
    private readonly Dictionary<string, Warehouse> _byId;

    private Warehouses(SupportDbContext context, ImportSettings settings, List<Warehouse> all) =>
        (_context, _settings, _byId) = (context, settings, all.ToDictionary(w => w.Id, StringComparer.OrdinalIgnoreCase));

    public static async Task<Warehouses> ReadAsync(SupportDbContext context, ImportSettings settings, CancellationToken cancellationToken) =>
        new(context, settings, await context.Warehouses.ToListAsync(cancellationToken));

    /// <param name="id">Null for the shop's only one, or its main one where it has several.</param>
    public string Named(string? id)
    {
        if (id is null && _byId.Count == 1)
            return _byId.Values.First().Id;
        var named = id ?? Main;
        if (_byId.TryGetValue(named, out var known))
            return known.Id;
        var added = new Warehouse
        {
            Id = named, Name = named == Main ? new("기본 창고", "Main warehouse") : new(named, named), TimeZone = _settings.Zone.Id, SameDayCutoff = null,
            SortOrder = _byId.Values.Select(w => w.SortOrder).DefaultIfEmpty(0).Max() + 1,
        };
        _context.Add(added);
        _byId.Add(named, added);
        return named;
    }
}
