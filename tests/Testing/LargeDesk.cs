using System.Globalization;
using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Search;
using CustomerService.Core.Text;
using CustomerService.Core.Triage;
using CustomerService.Data;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CustomerService.Testing;

/// <summary>How much to make. The same sizes and seed always make the same conversations.</summary>
/// <param name="Messages">On average; the exact number differs by less than one in a hundred.</param>
public sealed record LargeDeskSize(int Conversations = 200_000, int Messages = 2_000_000, int Customers = 10_000, int Seed = 20261123);

/// <summary>
/// Fills a migrated database that has products, but no conversations yet, with those of ninety days: nine in ten open, of which most are the assistant's, three in a
/// hundred are agents' and two in a thousand wait for one.
/// </summary>
public static class LargeDesk
{
    private const int Closed = 100;
    private const int Held = 30;
    private const int Waiting = 2;
    private const string SearchTrigger = "ThreadTexts_Inserted";
    private static readonly string[] Tables = ["Conversations", "Messages", "ConversationTags", "ThreadTexts"];

    /// <summary>How far back conversations reach; they are spread evenly.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromDays(90);

    /// <summary>How many are not closed, from 0 to 1 of all.</summary>
    public const double OpenShare = 1 - Closed / 1000d;

    public static IReadOnlyList<string> FrequentWords => LargeDeskTexts.FrequentWords;

    public static IReadOnlyList<string> RareWords => LargeDeskTexts.RareWords;

    public static IReadOnlyList<string> Tags => LargeDeskTexts.Tags;

    /// <param name="agents">Who hold conversations. The first one holds ten times as many as each other.</param>
    public static async Task FillAsync(StorageOptions storage, LargeDeskSize size, IReadOnlyList<string> agents, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (storage.Provider == StorageProvider.Sqlite)
            await FillSqliteAsync(storage, size, agents, now, cancellationToken);
        else
            await FillPostgreSqlAsync(storage, size, agents, now, cancellationToken);
    }

    private static async Task FillSqliteAsync(StorageOptions storage, LargeDeskSize size, IReadOnlyList<string> agents, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(storage.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await TableRows.RunAsync(connection, "PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; PRAGMA temp_store = MEMORY;", cancellationToken);
        var products = await ProductsAsync(connection, cancellationToken);
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            // Row by row, the trigger makes the index write a segment for each; built at once it takes a tenth of the time.
            var learn = (await TableRows.TextsAsync(connection, $"SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = '{SearchTrigger}'", cancellationToken)).Single();
            await TableRows.RunAsync(connection, $"DROP TRIGGER \"{SearchTrigger}\"", cancellationToken);
            await WriteAsync(storage, connection, products, size, agents, now, cancellationToken);
            await TableRows.RunAsync(connection, "INSERT INTO \"ThreadSearch\"(\"ThreadSearch\") VALUES ('rebuild');" + learn, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await TableRows.RunAsync(connection, "INSERT INTO \"ThreadSearch\"(\"ThreadSearch\") VALUES ('optimize'); ANALYZE; PRAGMA wal_checkpoint(TRUNCATE);", cancellationToken);
    }

    private static async Task FillPostgreSqlAsync(StorageOptions storage, LargeDeskSize size, IReadOnlyList<string> agents, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(storage.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        var products = await ProductsAsync(connection, cancellationToken);
        var tables = string.Join(", ", Tables.Select(t => $"'{t}'"));
        // Indexes that are built at the end take a fraction of the time; those that stand for a key stay.
        var indexes = await TableRows.TextsAsync(
            connection, $"SELECT indexname, indexdef FROM pg_indexes WHERE tablename IN ({tables}) AND schemaname = current_schema() AND indexname NOT LIKE 'PK%'", cancellationToken);
        foreach (var index in indexes)
            await TableRows.RunAsync(connection, $"DROP INDEX \"{index.Split('\n')[0]}\"", cancellationToken);
        await WriteAsync(storage, null, products, size, agents, now, cancellationToken);
        foreach (var index in indexes)
            await TableRows.RunAsync(connection, index.Split('\n')[1], cancellationToken);
        foreach (var table in Tables)
            await TableRows.RunAsync(connection, $"VACUUM (ANALYZE) \"{table}\"", cancellationToken);
    }

    private static async Task<IReadOnlyList<(string Id, LocalizedText Name)>> ProductsAsync(System.Data.Common.DbConnection connection, CancellationToken cancellationToken) =>
        [.. (await TableRows.TextsAsync(connection, "SELECT \"Id\", \"Name_Ko\", \"Name_En\" FROM \"Products\" ORDER BY \"Id\"", cancellationToken))
            .Select(p => p.Split('\n')).Select(p => (p[0], new LocalizedText(p[1], p[2])))];

    private static async Task WriteAsync(
        StorageOptions storage, SqliteConnection? connection, IReadOnlyList<(string Id, LocalizedText Name)> products, LargeDeskSize size, IReadOnlyList<string> agents,
        DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var customers = await OpenAsync("Customers", "Id", "Name", "SearchName", "Language", "Profile_UseCase");
        await using var threads = await OpenAsync("Conversations", "Id", "Visitor", "CustomerId", "Language", "ProductId", "Owner", "Version", "LastSequence", "StartedAt", "ChangedAt",
            "Rating", "LastAuthor", "LastText", "AgentId", "WaitingSince", "Handoff", "Topic", "Mood", "Urgency", "Spoken", "Summary", "Corrected", "SnoozedUntil", "Tags");
        await using var messages = await OpenAsync("Messages", "ConversationId", "Sequence", "Version", "Author", "Text", "SentAt", "ClientId", "AnswerId", "AnswerState", "Question",
            "Note", "AgentId", "Reason");
        await using var tags = await OpenAsync("ConversationTags", "Tag", "ConversationId");
        await using var texts = await OpenAsync("ThreadTexts", "ConversationId", "Tokens");

        var threadWriter = new Writer(size, products, agents, now, customers, threads, messages, tags, texts);
        threadWriter.WriteCustomers();
        for (var i = 0; i < size.Conversations; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            threadWriter.WriteThread(i);
        }

        foreach (var rows in new[] { customers, threads, messages, tags, texts })
            await rows.CompleteAsync(cancellationToken);

        Task<TableRows> OpenAsync(string table, params string[] columns) => TableRows.OpenAsync(storage, connection, table, columns, cancellationToken);
    }

#pragma warning disable CA5394 // Seeded, so that figures of two runs can be compared.
    private sealed class Writer(
        LargeDeskSize size, IReadOnlyList<(string Id, LocalizedText Name)> products, IReadOnlyList<string> agents, DateTimeOffset now,
        TableRows customers, TableRows threads, TableRows messages, TableRows tags, TableRows texts)
    {
        private readonly Random _random = new(size.Seed);
        private readonly Dictionary<string, IReadOnlyList<string>> _tokens = new(StringComparer.Ordinal);
        private readonly List<string> _names = [];

        public void WriteCustomers()
        {
            for (var i = 0; i < size.Customers; i++)
            {
                var name = LargeDeskTexts.CustomerName(_random);
                _names.Add(name);
                customers.Row(CustomerId(i), name, name, Language.Korean, "통근");
            }
        }

        public void WriteThread(int number)
        {
            var startedAt = DateTimeOffset.FromUnixTimeMilliseconds((now - Span + Span * ((double)number / size.Conversations)).ToUnixTimeMilliseconds());
            var id = $"C{startedAt.ToUnixTimeMilliseconds():x12}7{number:x7}{_random.NextInt64(1L << 48):x12}";
            var language = _random.Next(10) < 7 ? Language.Korean : Language.English;
            var (productId, productName) = products[_random.Next(products.Count)];
            var customer = _random.Next(10) < 4 ? _random.Next(size.Customers) : (int?)null;
            var owner = _random.Next(1_000) switch
            {
                < Closed => ConversationOwner.Closed,
                < Closed + Held => ConversationOwner.Agent,
                < Closed + Held + Waiting => ConversationOwner.Waiting,
                _ => ConversationOwner.Assistant,
            };
            var agent = owner == ConversationOwner.Agent || (owner == ConversationOwner.Closed && _random.Next(2) == 0)
                ? agents[Math.Max(0, _random.Next(agents.Count + 9) - 9)]
                : null;

            var (topic, question) = LargeDeskTexts.Question(_random, language);
            var named = language == Language.Korean ? productName.Ko : productName.En;
            var thread = new Thread(id, startedAt, now, messages, TokensOf);
            thread.Learn([productId, productName.Ko, productName.En]);
            if (customer is { } known)
                thread.Learn([CustomerId(known), _names[known]]);
            var pairs = 1 + _random.Next(size.Messages / size.Conversations - 1);
            for (var pair = 0; pair < pairs; pair++)
            {
                var byAgent = agent is not null && pair == pairs - 1;
                thread.Say(MessageAuthor.Customer, pair == 0 ? [named, question] : _random.Next(8) == 0 ? [OrderNumber(), LargeDeskTexts.FollowUp(_random, language)] : [LargeDeskTexts.FollowUp(_random, language)]);
                thread.Pause(_random.Next(5, 120));
                if (owner == ConversationOwner.Waiting && pair == pairs - 1)
                    thread.Note(ConversationNote.HandedOver, null, HandoffReason.Asked);
                else if (byAgent)
                    thread.Reply(agent!, LargeDeskTexts.Reply(_random, language));
                else
                    thread.Say(MessageAuthor.Assistant, [LargeDeskTexts.Answer(_random, language)]);
                thread.Pause(_random.Next(20, _random.Next(10) == 0 ? 40_000 : 900));
            }

            var waitingSince = owner == ConversationOwner.Waiting || (owner == ConversationOwner.Agent && _random.Next(10) == 0) ? thread.At : (DateTimeOffset?)null;
            var snoozedUntil = owner == ConversationOwner.Agent && _random.Next(20) == 0 ? now.AddHours(1 + _random.Next(100)) : (DateTimeOffset?)null;
            if (owner == ConversationOwner.Closed)
                thread.Note(ConversationNote.Closed, agent, null);
            string[] given = _random.Next(10) == 0 ? [.. Enumerable.Range(0, 1 + _random.Next(2)).Select(_ => LargeDeskTexts.Tags[_random.Next(LargeDeskTexts.Tags.Length)]).Distinct().Order(StringComparer.Ordinal)] : [];
            foreach (var tag in given)
                tags.Row(tag, id);
            texts.Row(id, thread.Tokens);
            threads.Row(id, customer is { } c ? Visitor.KeyOfCustomer(CustomerId(c)) : Visitor.Key(id), customer is { } whose ? CustomerId(whose) : null, language, productId, owner,
                (long)thread.Sequence + 1, thread.Sequence, startedAt, thread.At, owner == ConversationOwner.Closed && _random.Next(3) == 0 ? _random.Next(1, 6) : null,
                thread.LastAuthor, thread.LastText, agent, waitingSince, owner is ConversationOwner.Waiting or ConversationOwner.Agent ? HandoffReason.Asked : null,
                topic, topic == Topic.Complaint ? (Mood)_random.Next(2, 4) : (Mood)_random.Next(2), (Urgency)_random.Next(3), language, $"{named}: {question}", TriageFields.None,
                snoozedUntil, string.Join('\n', given));
        }

        private string OrderNumber() => $"주문번호 {_random.Next(10_000_000, 99_999_999).ToString(CultureInfo.InvariantCulture)}";

        private static string CustomerId(int number) => $"D{number.ToString("00000", CultureInfo.InvariantCulture)}";

        private IReadOnlyList<string> TokensOf(string piece)
        {
            if (piece.StartsWith("주문번호", StringComparison.Ordinal))
                return SearchText.Tokens(piece);
            if (!_tokens.TryGetValue(piece, out var tokens))
                _tokens[piece] = tokens = SearchText.Tokens(piece);
            return tokens;
        }
    }
#pragma warning restore CA5394

    /// <summary>One conversation as it is written.</summary>
    private sealed class Thread(string id, DateTimeOffset startedAt, DateTimeOffset now, TableRows messages, Func<string, IReadOnlyList<string>> tokensOf)
    {
        private readonly HashSet<string> _known = new(StringComparer.Ordinal);
        private readonly List<string> _tokens = [];

        public DateTimeOffset At { get; private set; } = startedAt;
        public int Sequence { get; private set; }
        public MessageAuthor LastAuthor { get; private set; }
        public string LastText { get; private set; } = "";
        public string Tokens => string.Join(' ', _tokens);

        public void Pause(int seconds) => At = At.AddSeconds(seconds) is var next && next < now ? next : now;

        public void Learn(IEnumerable<string> pieces) => _tokens.AddRange(pieces.SelectMany(tokensOf).Where(_known.Add));

        public void Say(MessageAuthor author, string[] pieces)
        {
            var isAnswer = author == MessageAuthor.Assistant;
            Write(author, string.Join(' ', pieces), isAnswer ? null : $"m{Sequence}", isAnswer ? $"A{id[1..]}{Sequence}" : null, null, null, null);
            Learn(pieces);
        }

        public void Reply(string agent, string text)
        {
            Note(ConversationNote.AgentJoined, agent, null);
            Write(MessageAuthor.Agent, text, $"r{Sequence}", null, null, agent, null);
            Learn([text]);
        }

        public void Note(ConversationNote note, string? agent, HandoffReason? reason) => Write(MessageAuthor.System, "", null, null, note, agent, reason);

        private void Write(MessageAuthor author, string text, string? clientId, string? answerId, ConversationNote? note, string? agent, HandoffReason? reason)
        {
            Sequence++;
            messages.Row(id, Sequence, (long)Sequence + 1, author, text, At, clientId, answerId, answerId is null ? null : AnswerState.Completed, answerId is null ? null : Sequence - 1, note, agent, reason);
            if (note is null)
                (LastAuthor, LastText) = (author, text.Length <= 160 ? text : text[..160]);
        }
    }
}
