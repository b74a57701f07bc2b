using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using Microsoft.EntityFrameworkCore;

namespace CustomerService.Data.Nodes;

internal static class RunningNodes
{
    /// <summary>The programs but one that are said to be writing answers.</summary>
    public static async Task<List<string>> RunningNodesButAsync(this SupportDbContext context, string own, CancellationToken cancellationToken) =>
        await context.Messages.Where(m => m.AnswerState == AnswerState.Running).Select(m => m.Node)
            .Union(context.Answers.Where(a => a.State == AnswerState.Running).Select(a => a.Node))
            .Where(n => n != null && n != own)
            .Select(n => n!)
            .ToListAsync(cancellationToken);
}

/// <summary>A SQLite file belongs to one serving program: any other has ended.</summary>
internal sealed class OnlyNode(IDbContextFactory<SupportDbContext> contexts, NodeName node) : INodes
{
    public Task JoinAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task<IReadOnlyCollection<string>> FindGoneAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.RunningNodesButAsync(node.Value, cancellationToken);
    }
}

/// <summary>Programs on one PostgreSQL. One whose lock is missing at two looks in a row is gone; a living one has its connection back by then.</summary>
internal sealed class PostgreSqlNodes(IDbContextFactory<SupportDbContext> contexts, NodeName node, NodeListener listener) : INodes
{
    private HashSet<string> _missing = [];

    public Task JoinAsync(CancellationToken cancellationToken) => listener.JoinAsync(cancellationToken);

    public async Task<IReadOnlyCollection<string>> FindGoneAsync(CancellationToken cancellationToken)
    {
        var before = _missing;
        _missing = [];
        // Where this program has no connection, the others may have none either.
        if (!listener.IsConnected)
            return [];
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var running = await context.RunningNodesButAsync(node.Value, cancellationToken);
        if (running.Count == 0)
            return [];
        _missing = [.. await context.Database.SqlQuery<string>(
            $"""
            SELECT node AS "Value" FROM unnest({running}) AS running(node) WHERE hashtextextended(node, 0) NOT IN (
                SELECT (classid::bigint << 32) | objid::bigint FROM pg_locks
                WHERE locktype = 'advisory' AND objsubid = 1 AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))
            """).ToListAsync(cancellationToken)];
        return [.. _missing.Intersect(before)];
    }
}
