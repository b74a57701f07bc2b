using CustomerService.Core.Catalog;
using CustomerService.Core.Documents;
using CustomerService.Core.Evaluation;
using CustomerService.Data.Documents;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Evaluation;

internal sealed class EvaluationShop(IDbContextFactory<SupportDbContext> contexts, TimeProvider clock) : IEvaluationShop
{
    public async Task FillAsync(IReadOnlyList<Product> products, IReadOnlyList<Category> categories, IReadOnlyList<NewDocument> documents, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        context.AddRange(categories);
        context.AddRange(products);
        var known = products.Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var document in documents.Where(d => d.Binding.ProductId is not { } id || known.Contains(id)))
            context.AddRange(DocumentStore.Rows(DocumentStore.Record(document, clock.GetUtcNow()), document));
        await context.SaveChangesAsync(cancellationToken);
    }
}
