using System.Globalization;
using CustomerService.Core.Catalog;
using CustomerService.Core.Conversations;
using CustomerService.Web.Components;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Features.Conversations;

/// <summary>Search and filters of the list. What is chosen stands in the address, and nowhere else.</summary>
public sealed partial class InboxFilters
{
    private const int MaxTags = 100;

    private string _words = "";
    private string? _shown;
    private IReadOnlyList<string> _tags = [];
    private CatalogProduct? _product;
    private bool _isUnknown;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IProductCatalog Catalog { get; set; } = null!;

    [Inject]
    private IDeskStore Store { get; set; } = null!;

    [Inject]
    private ILogger<InboxFilters> Log { get; set; } = null!;

    [Parameter, EditorRequired]
    public required ConversationsAddress Open { get; set; }

    private string? ProductName => Open.ProductId is { } id && _product?.Product.Id == id ? _product.Product.Name.In(CultureInfo.CurrentUICulture.Language) : Open.ProductId;

    private List<(string Words, string Without)> Chips
    {
        get
        {
            var chips = new List<(string, string)>();
            Add("Topic", Open.Topic is { } topic ? T[$"Topic_{topic}"].Value : null, Open with { Topic = null });
            Add("Mood", Open.Mood is { } mood ? L[$"Mood_{mood}"].Value : null, Open with { Mood = null });
            Add("Language", Open.Language is { } language ? T[$"Language_{language}"].Value : null, Open with { Language = null });
            Add("Tag", Open.Tag, Open with { Tag = null });
            Add("Waiting", Open.WaitingFor is { } minutes ? T["WaitingAtLeast", minutes].Value : null, Open with { WaitingFor = null });
            Add("Product", ProductName, Open with { ProductId = null });
            return chips;

            void Add(string name, string? value, ConversationsAddress without)
            {
                if (value is not null)
                    chips.Add((T["Chip", T[name], value], without.ToString()));
            }
        }
    }

    protected override async Task OnParametersSetAsync()
    {
        if (Open.Search != _shown)
            (_shown, _words) = (Open.Search, Open.Search ?? "");
        _isUnknown = false;
        try
        {
            if (Open.ProductId is { } id && _product?.Product.Id != id)
                _product = (await Catalog.FindAsync([id], CancellationToken.None)).SingleOrDefault();
            if (_tags.Count == 0 && RendererInfo.IsInteractive)
                _tags = await Store.ListTagsAsync(MaxTags, CancellationToken.None);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Log.ReadFailed("the filters of the list", exception);
        }
    }

    private void SearchFor() => Go(Open with { Search = ConversationsAddress.Cleaned(_words, ConversationsAddress.MaxSearch) });

    private void Choose(string name, string? value) =>
        Go(ConversationsAddress.Of(Open.ConversationId, known => known.Equals(name, StringComparison.OrdinalIgnoreCase) ? value : Known(known)));

    private string? Known(string name) => name switch
    {
        "view" => Open.View.ToString(),
        "topic" => Open.Topic?.ToString(),
        "mood" => Open.Mood?.ToString(),
        "language" => Open.Language?.ToString(),
        "tag" => Open.Tag,
        "product" => Open.ProductId,
        "waiting" => Open.WaitingFor?.ToString(CultureInfo.InvariantCulture),
        _ => Open.Search,
    };

    private async Task ChooseProductAsync(ChangeEventArgs changed)
    {
        var words = ConversationsAddress.Cleaned(changed.Value?.ToString(), ConversationsAddress.MaxSearch);
        var found = words is null ? [] : await Catalog.SearchAsync(words, 1, CancellationToken.None);
        _isUnknown = words is not null && found.Count == 0;
        if (!_isUnknown)
            Go(Open with { ProductId = found is [var first, ..] ? first.ProductId : null });
    }

    private void Go(ConversationsAddress address) => Navigation.NavigateTo(address.ToString());
}
