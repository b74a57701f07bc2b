using CustomerService.Core.Conversations;
using CustomerService.Core.Text;
using CustomerService.Core.Triage;
using CustomerService.Testing;
using CustomerService.Web.Features.Conversations;
using Microsoft.AspNetCore.WebUtilities;
using Xunit;

namespace CustomerService.Web.Tests.Conversations;

public sealed class ConversationsAddressTests
{
    private static readonly ConversationsAddress Full = new("C1", InboxView.Snoozed)
    {
        Topic = Topic.Delivery, Mood = Mood.Angry, Language = Language.English, Tag = "vip & co", ProductId = "E001", WaitingFor = 15, Search = "환불 #1?",
    };

    [Fact]
    public void Address_reads_as_it_was_written()
    {
        Assert.Equal(Full, Read(Full));
        Assert.Equal("conversations", new ConversationsAddress(null, ConversationsAddress.FirstView).ToString());
        Assert.Equal(new(InboxView.Snoozed, "minji") { Topic = Topic.Delivery, Mood = Mood.Angry, Language = Language.English, Tag = "vip & co", ProductId = "E001", WaitingFor = 15, Search = "환불 #1?" }, Full.Filter("minji"));
    }

    [Theory]
    [InlineData("view=7&topic=99&mood=-1&language=Klingon&waiting=-5")]
    [InlineData("view=&topic=&mood=&language=&tag=%20%0a&product=%00&waiting=999999999999&search=%01")]
    [InlineData("waiting=5.0&topic=Product,Stock&tag=0123456789012345678901234567890123456789")]
    public void What_is_no_choice_counts_as_not_there(string query) =>
        Assert.Equal(new ConversationsAddress(null, ConversationsAddress.FirstView), Read("conversations?" + query));

    [SharedDataFact]
    public void Hostile_words_stay_in_their_place()
    {
        foreach (var text in HostileStrings.All)
        {
            var address = ConversationsAddress.Of(null, name => name == "search" ? text : null);
            Assert.Equal(address, Read(address));
            Assert.True(address.Search is null or { Length: > 0 and <= ConversationsAddress.MaxSearch });
        }
    }

    private static ConversationsAddress Read(ConversationsAddress address) => Read(address.ToString()) with { ConversationId = address.ConversationId };

    private static ConversationsAddress Read(string address)
    {
        var query = QueryHelpers.ParseQuery(address.Contains('?') ? address[address.IndexOf('?')..] : "");
        return ConversationsAddress.Of(null, name => query.TryGetValue(name, out var value) ? value.ToString() : null);
    }
}
