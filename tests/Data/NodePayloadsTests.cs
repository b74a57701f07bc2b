using System.Globalization;
using System.Text;
using CustomerService.Core.Answers;
using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using CustomerService.Data.Nodes;
using Xunit;

namespace CustomerService.Data.Tests;

public sealed class NodePayloadsTests
{
    private const string Sender = "0123456789abcdef0123456789abcdef";

    [Theory]
    [InlineData(0)]
    [InlineData(7_000)]
    [InlineData(100_000)]
    public void Message_of_any_length_arrives_in_pieces_that_postgresql_takes(int letters)
    {
        var text = string.Concat(Enumerable.Range(0, letters).Select(i => (i % 4) switch { 0 => "a", 1 => "é", 2 => "가", _ => "😀" }));
        var pieces = NodePayloads.Pieces(Sender, 7, Message(text)).ToList();

        Assert.All(pieces, p => Assert.InRange(Encoding.UTF8.GetByteCount(p), 1, 7_999));
        var arrived = (NodeMessage.Events)Assert.Single(Join(new(), pieces).OfType<NodeMessage>());
        Assert.Equal(text, ((AnswerEvent.TextDelta)arrived.Told.Single()).Text);
    }

    [Fact]
    public void Message_of_which_a_piece_is_lost_is_dropped_and_the_next_arrives()
    {
        var first = NodePayloads.Pieces(Sender, 1, Message(new string('a', 30_000))).ToList();
        var second = NodePayloads.Pieces(Sender, 2, Message("b")).ToList();
        Assert.True(first.Count > 3);
        for (var lost = 0; lost < first.Count; lost++)
        {
            var arrived = (NodeMessage.Events)Assert.Single(Join(new(), [.. first.Where((_, i) => i != lost), .. second]).OfType<NodeMessage>());
            Assert.Equal("b", ((AnswerEvent.TextDelta)arrived.Told.Single()).Text);
        }
    }

    [Fact]
    public void Signals_are_packed_into_few_texts()
    {
        var ids = Enumerable.Range(0, 1_000).Select(_ => Conversation.NewId()).ToList();
        var texts = NodePayloads.Signals(Sender, ids).ToList();

        Assert.Equal(5, texts.Count);
        Assert.All(texts, t => Assert.InRange(Encoding.UTF8.GetByteCount(t), 1, 7_999));
        Assert.Equal(ids, texts.SelectMany(t => t.Split('\n').Skip(1)));
        Assert.Empty(NodePayloads.Signals(Sender, []));
    }

    private static NodeMessage.Events Message(string text) => new("A1", Language.Korean, 0, [new AnswerEvent.TextDelta(text)], false);

    private static IEnumerable<NodeMessage?> Join(NodePieces joined, IEnumerable<string> texts) => texts.Select(t =>
    {
        var (head, piece) = (t[..t.IndexOf('\n', StringComparison.Ordinal)].Split(' '), t[(t.IndexOf('\n', StringComparison.Ordinal) + 1)..]);
        return joined.Add(head[1], int.Parse(head[2], CultureInfo.InvariantCulture), head[3] == "last", piece);
    });
}
