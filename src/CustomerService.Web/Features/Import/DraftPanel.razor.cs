using System.Globalization;
using CustomerService.Core.Import;
using CustomerService.Web.Features.Staff;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Forms;

namespace CustomerService.Web.Features.Import;

/// <summary>A file before it is imported: what was recognised, shown to be corrected.</summary>
public sealed partial class DraftPanel : IDisposable
{
    private const int LongestSample = 80;
    private static readonly Dictionary<ImportKind, ImportField[]> Of = new()
    {
        [ImportKind.Products] =
        [
            ImportField.ProductId, ImportField.Sku, ImportField.ParentId, ImportField.Name, ImportField.NameKo, ImportField.NameEn, ImportField.Brand, ImportField.Model, ImportField.Category, ImportField.Description,
            ImportField.Price, ImportField.SalePrice, ImportField.ListPrice, ImportField.Currency, ImportField.Status, ImportField.InStock, ImportField.Quantity, ImportField.WarehouseId,
        ],
        [ImportKind.Stock] = [ImportField.ProductId, ImportField.Sku, ImportField.WarehouseId, ImportField.Quantity],
        [ImportKind.Reviews] =
        [
            ImportField.ProductId, ImportField.Rating, ImportField.ReviewTitle, ImportField.ReviewText, ImportField.Author, ImportField.WrittenAt, ImportField.HelpfulVotes, ImportField.Language, ImportField.ReviewId,
        ],
        [ImportKind.Customers] = [ImportField.CustomerId, ImportField.CustomerName, ImportField.Language, ImportField.AgeGroup, ImportField.UseCase, ImportField.Interests],
    };

    private readonly CancellationTokenSource _closed = new();
    private string? _problem;
    private long _size;

    /// <summary>Told when an import has begun.</summary>
    [Parameter, EditorRequired]
    public required EventCallback Started { get; set; }

    [Inject]
    private ImportDraft Draft { get; set; } = null!;

    [Inject]
    private ImportDesk Desk { get; set; } = null!;

    [Inject]
    private ImportFolder Folder { get; set; } = null!;

    [Inject]
    private AuthenticationStateProvider Authentication { get; set; } = null!;

    public void Dispose()
    {
        _closed.Cancel();
        _closed.Dispose();
    }

    /// <summary>Where nothing was recognised, what a file of any kind cannot do without.</summary>
    private IEnumerable<ImportField> Fields => Draft.Preview?.Mapping is { } mapping
        ? Of[mapping.Kind]
        : [ImportField.ProductId, ImportField.Name, ImportField.Price, ImportField.Quantity, ImportField.Rating, ImportField.ReviewText, ImportField.CustomerId, ImportField.CustomerName];

    private async Task UploadAsync(InputFileChangeEventArgs chosen)
    {
        (_problem, _size) = (null, chosen.File.Size);
        if (chosen.File.Size > Folder.MaxBytes)
        {
            _problem = "TooLarge";
            return;
        }

        try
        {
            await Draft.UploadAsync(chosen.File.Name, () => chosen.File.OpenReadStream(Folder.MaxBytes, _closed.Token), Redraw, _closed.Token);
        }
        catch (IOException)
        {
            _problem = "NotRead";
        }
    }

    private Task ChooseAsync(ImportField field, string? header) => Draft.ChooseAsync(field, header, Redraw, _closed.Token);

    private Task CurrencyAsync(ChangeEventArgs changed)
    {
        Draft.Currency = changed.Value as string is { Length: 3 } currency && currency.All(char.IsAsciiLetter) ? currency : null;
        return Draft.LookAsync(Redraw, _closed.Token);
    }

    private Task ScaleAsync(ChangeEventArgs changed)
    {
        Draft.Scale = int.TryParse(changed.Value as string, CultureInfo.InvariantCulture, out var scale) ? scale : null;
        return Draft.LookAsync(Redraw, _closed.Token);
    }

    private Task TryAsync() => Draft.TryAsync(Redraw, _closed.Token);

    private async Task StartAsync(ImportRun? goOnWith)
    {
        var by = StaffClaims.NameOf((await Authentication.GetAuthenticationStateAsync()).User);
        if (!Desk.Start(Draft.Hash, Draft.FileName, by, Draft.Preview!.Rows, Draft.Choices, goOnWith))
            return;
        Draft.Reset();
        await Started.InvokeAsync();
    }

    private void Reset() => Draft.Reset();

    private string Recognised(ImportPreview preview) => preview.Mapping is { } mapping
        ? string.Join(" · ", (string[])[L[$"Kind_{mapping.Kind}"], L[$"Dialect_{mapping.Dialect}"], L["Rows", Count(preview.Rows)], preview.Encoding])
        : preview.Encoding;

    private string Sample(string? header)
    {
        if (header is null || Draft.Preview!.First.Count == 0)
            return "";
        var cells = Draft.Preview.First[0].Cells;
        var column = Draft.Preview.Headers.ToList().IndexOf(header);
        var text = column >= 0 && column < cells.Count ? cells[column] : "";
        return text.Length <= LongestSample ? text : $"{text[..LongestSample]}…";
    }

    private static string Count(long count) => count.ToString("N0", CultureInfo.CurrentCulture);
}
