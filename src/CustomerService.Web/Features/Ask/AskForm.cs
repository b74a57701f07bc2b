using CustomerService.Core.Answers;
using CustomerService.Core.Catalog;

namespace CustomerService.Web.Features.Ask;

/// <summary>What is typed and picked, and what is wrong with it.</summary>
public sealed class AskForm(IProductCatalog catalog, ICustomerDirectory customers)
{
    private const int OptionLimit = 8;

    /// <summary>Told on any thread, after the change.</summary>
    public event Action? Changed;

    public string Question { get; private set; } = "";
    public string? ProductId { get; private set; }
    public string? CustomerId { get; private set; }
    /// <summary>Null when none is picked or there is none with that id.</summary>
    public CatalogProduct? Product { get; private set; }
    /// <summary>Null when none is picked or there is none with that id.</summary>
    public Customer? Customer { get; private set; }
    /// <summary>What questions are suggested for: the picked product, or the catalogue's first.</summary>
    public CatalogProduct? Example { get; private set; }
    public IReadOnlyList<InputProblem> Problems { get; private set; } = [];

    public InputProblem? ProblemWith(InputField field) => Problems.FirstOrDefault(p => p.Field == field);

    public void Type(string question)
    {
        Question = question;
        Replace(InputField.Question, question.Trim().Length > CustomerQuery.MaxQuestionLength
            ? new(InputField.Question, InputProblemCode.TooLong, CustomerQuery.MaxQuestionLength) : null);
    }

    public void Pick(CatalogProduct? product)
    {
        (Product, ProductId, Example) = (product, product?.Product.Id, product ?? Example);
        Replace(InputField.ProductId, null);
    }

    public void Pick(Customer? customer)
    {
        (Customer, CustomerId) = (customer, customer?.Id);
        Replace(InputField.CustomerId, null);
    }

    public async Task<IReadOnlyList<CatalogProduct>> FindProductsAsync(string text, CancellationToken cancellationToken) =>
        (await catalog.ListAsync(string.IsNullOrWhiteSpace(text) ? null : text.Trim(), categoryId: null, 1, OptionLimit, cancellationToken)).Items;

    public Task<IReadOnlyList<Customer>> FindCustomersAsync(string text, CancellationToken cancellationToken) =>
        customers.SearchAsync(text.Trim(), OptionLimit, cancellationToken);

    /// <summary>Takes over ids that came from elsewhere, and tells which of them do not exist.</summary>
    public async Task FillAsync(string? productId, string? customerId, CancellationToken cancellationToken)
    {
        (ProductId, CustomerId, Product, Customer, Problems) = (productId, customerId, null, null, []);
        // Ids that the check would refuse are not looked up: sending tells what is wrong with them.
        var (checkedIds, _) = CustomerQuery.Create("?", productId, customerId, null, null, Surface.Page);
        if (checkedIds?.ProductId is { } product)
        {
            Product = await catalog.FindAsync([product], cancellationToken) is [var found, ..] ? found : null;
            if (Product is null)
                Replace(InputField.ProductId, new(InputField.ProductId, InputProblemCode.Unknown));
        }

        if (checkedIds?.CustomerId is { } customer)
        {
            Customer = await customers.FindAsync(customer, cancellationToken);
            if (Customer is null)
                Replace(InputField.CustomerId, new(InputField.CustomerId, InputProblemCode.Unknown));
        }

        Example = Product ?? ((await catalog.ListAsync(null, categoryId: null, 1, 1, cancellationToken)).Items is [var first, ..] ? first : null);
        Changed?.Invoke();
    }

    /// <summary>Checks the form.</summary>
    /// <returns>The query; null when something is wrong with it, which then stands in <see cref="Problems"/>.</returns>
    public CustomerQuery? Check()
    {
        var (query, problems) = CustomerQuery.Create(Question, ProductId, CustomerId, null, null, Surface.Page);
        var unknown = Problems.Where(p => p.Code == InputProblemCode.Unknown).ToList();
        Refuse([.. problems, .. unknown]);
        return unknown.Count == 0 ? query : null;
    }

    public void Refuse(IReadOnlyList<InputProblem> problems)
    {
        Problems = problems;
        Changed?.Invoke();
    }

    private void Replace(InputField field, InputProblem? problem)
    {
        Problems = [.. Problems.Where(p => p.Field != field), .. problem is null ? [] : new[] { problem }];
        Changed?.Invoke();
    }
}
