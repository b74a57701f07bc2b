using CustomerService.Core.Conversations;
using CustomerService.Core.Search;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Conversations;

/// <summary>Writes by which tokens threads are found.</summary>
internal static class ThreadText
{
    private const int MaxTokens = 3_000;
    private const int MaxLength = 64;
    private const int FilledAtOnce = 500;

    public static string Shortened(string token) => token.Length <= MaxLength ? token : token[..(char.IsHighSurrogate(token[MaxLength - 1]) ? MaxLength - 1 : MaxLength)];

    /// <summary>Adds the tokens of new texts of a thread, all when there are none yet.</summary>
    /// <param name="isRenamed">Whether it has another customer or product.</param>
    public static async Task AddAsync(SupportDbContext context, Conversation thread, IReadOnlyCollection<string> texts, bool isRenamed)
    {
        var known = await context.ThreadTexts.Where(t => t.ConversationId == thread.Id).Select(t => t.Tokens).SingleOrDefaultAsync();
        if (known is null)
            texts = await Searched(context).Where(m => m.ConversationId == thread.Id).OrderBy(m => m.Sequence).Select(m => m.Text).ToListAsync();
        if (known is null || isRenamed)
            texts = [.. await NamesAsync(context, thread.CustomerId, thread.ProductId), .. texts];
        var tokens = Joined(known ?? "", texts);
        if (tokens == known)
            return;
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "ThreadTexts" ("ConversationId", "Tokens") VALUES ({thread.Id}, {tokens}) ON CONFLICT ("ConversationId") DO UPDATE SET "Tokens" = excluded."Tokens"
            """);
    }

    /// <summary>Writes the tokens of threads from before there was a search.</summary>
    public static async Task FillAsync(SupportDbContext context, CancellationToken cancellationToken)
    {
        if (await context.ThreadTexts.CountAsync(cancellationToken) >= await context.Conversations.CountAsync(c => c.LastSequence > 0, cancellationToken))
            return;
        var last = "";
        while (true)
        {
            var after = last;
#pragma warning disable CA1309 // The database compares, in the order in which it lists.
            var threads = await context.Conversations
                .Where(c => c.LastSequence > 0 && string.Compare(c.Id, after) > 0 && !context.ThreadTexts.Any(t => t.ConversationId == c.Id))
                .OrderBy(c => c.Id).Take(FilledAtOnce)
                .Select(c => new { c.Id, c.CustomerId, c.ProductId })
                .ToListAsync(cancellationToken);
#pragma warning restore CA1309
            if (threads.Count == 0)
                return;
            last = threads[^1].Id;
            var ids = threads.ConvertAll(c => c.Id);
            var messages = (await Searched(context).Where(m => ids.Contains(m.ConversationId)).OrderBy(m => m.Sequence).Select(m => new { m.ConversationId, m.Text }).ToListAsync(cancellationToken))
                .ToLookup(m => m.ConversationId, m => m.Text);
            var names = new Dictionary<(string?, string?), IReadOnlyList<string>>();
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            foreach (var thread in threads)
            {
                if (!names.TryGetValue((thread.CustomerId, thread.ProductId), out var named))
                    names[(thread.CustomerId, thread.ProductId)] = named = await NamesAsync(context, thread.CustomerId, thread.ProductId);
                var tokens = Joined("", [.. named, .. messages[thread.Id]]);
                await context.Database.ExecuteSqlAsync(
                    $"INSERT INTO \"ThreadTexts\" (\"ConversationId\", \"Tokens\") VALUES ({thread.Id}, {tokens}) ON CONFLICT (\"ConversationId\") DO NOTHING", cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }
    }

    private static IQueryable<MessageRecord> Searched(SupportDbContext context) => context.Messages.Where(m => m.Text != "" && m.Author != MessageAuthor.System);

    private static async Task<IReadOnlyList<string>> NamesAsync(SupportDbContext context, string? customerId, string? productId)
    {
        var names = new List<string>();
        if (customerId is not null)
            names.AddRange([customerId, .. await context.Customers.Where(c => c.Id == customerId).Select(c => c.Name).ToListAsync()]);
        if (productId is not null)
        {
            foreach (var product in await context.Products.Where(p => p.Id == productId).Select(p => new { p.Id, p.Name.Ko, p.Name.En }).ToListAsync())
                names.AddRange([product.Id, product.Ko, product.En]);
        }

        return names;
    }

    private static string Joined(string known, IEnumerable<string> texts)
    {
        string[] before = known.Length == 0 ? [] : known.Split(' ');
        var tokens = before.Concat(texts.SelectMany(SearchText.Tokens).Select(Shortened)).Distinct(StringComparer.Ordinal).Take(MaxTokens).ToList();
        return tokens.Count == before.Length ? known : string.Join(' ', tokens);
    }
}
