using System.Globalization;
using System.Security.Claims;
using Bunit;
using CustomerService.Core.Conversations;
using CustomerService.Testing;
using CustomerService.Web.Features.Replies;
using CustomerService.Web.Features.Staff;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace CustomerService.Web.Tests.Replies;

public sealed class RepliesPageTests : BunitContext
{
    private readonly InMemoryReplies _store = new();

    public RepliesPageTests()
    {
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        Services.AddLocalization();
        Services.AddSingleton<TimeProvider>(new ManualTimeProvider());
        Services.AddSingleton<ICannedReplies>(_store);
        Services.AddScoped<CurrentMember>();
        Services.AddScoped<ReplyList>();
        this.AddAuthorization().SetAuthorized("Kim").SetClaims(new Claim(ClaimTypes.NameIdentifier, "kim"));
        JSInterop.Mode = JSRuntimeMode.Loose;
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        _store.Replies.AddRange([Reply("bye", "안녕히 가세요", "Good bye"), Reply("반품", "반품하시려면", "")]);
    }

    [Fact]
    public void Search_looks_at_shortcuts_and_texts()
    {
        var page = Render<RepliesPage>();
        Assert.Equal(["/bye", "/반품"], Shortcuts(page));

        Search("good");
        Assert.Equal(["/bye"], Shortcuts(page));
        Search("/반");
        Assert.Equal(["/반품"], Shortcuts(page));
        Search("nothing");
        Assert.Empty(Shortcuts(page));
        Assert.Contains("No canned reply has these words.", page.Markup, StringComparison.Ordinal);

        void Search(string words) => page.Find("[type=search]").Input(words);
    }

    [Fact]
    public void New_reply_is_previewed_and_kept_under_the_writers_name()
    {
        var page = Render<RepliesPage>();
        page.Find(".replies-bar button").Click();
        page.Find("form input").Input("hello");
        page.FindAll("form textarea")[0].Input("{product}은/는 {customer}님께");
        Assert.Contains("무선 이어폰은 김민수님께", page.Find(".reply-preview").TextContent, StringComparison.Ordinal);

        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("/hello", Shortcuts(page)));
        Assert.Equal(("{product}은/는 {customer}님께", "", "kim"), _store.Replies.Where(r => r.Shortcut == "hello").Select(r => (r.Text.Ko, r.Text.En, r.ChangedBy)).Single());
        Assert.Empty(page.FindAll("form"));
        Assert.Equal("The reply is saved.", page.Find("[role=status]").TextContent);
    }

    [Fact]
    public void Reply_that_cannot_be_kept_stays_in_the_form_with_the_reason()
    {
        var page = Render<RepliesPage>();
        page.Find("[aria-label='Edit /bye']").Click();
        page.Find("form input").Input("반품");
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Equal("Another reply has this shortcut already.", page.Find("[role=alert]").TextContent));

        page.Find("form input").Input("bye");
        page.FindAll("form textarea")[1].Input("{order}");
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Contains("cannot be filled in", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));

        page.FindAll("form button")[1].Click();
        Assert.Empty(page.FindAll("[role=alert], form"));
        Assert.Equal("Good bye", _store.Replies.Single(r => r.Shortcut == "bye").Text.En);
    }

    [Fact]
    public void Database_that_is_away_is_told_and_takes_no_words_away()
    {
        var page = Render<RepliesPage>();
        page.Find("[aria-label='Edit /bye']").Click();
        page.FindAll("form textarea")[1].Input("See you");
        _store.IsDown = true;
        page.Find("form").Submit();

        page.WaitForAssertion(() => Assert.Contains("could not be saved", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("See you", page.FindAll("form textarea")[1].GetAttribute("value"));
        _store.IsDown = false;
        page.Find("form").Submit();
        page.WaitForAssertion(() => Assert.Equal("See you", _store.Replies.Single(r => r.Shortcut == "bye").Text.En));
    }

    [Fact]
    public void Deleted_reply_is_gone()
    {
        var page = Render<RepliesPage>();
        page.Find(".reply-sure button").Click();

        page.WaitForAssertion(() => Assert.Equal(["/반품"], Shortcuts(page)));
        Assert.Equal(["반품"], _store.Replies.Select(r => r.Shortcut));
    }

    private static IEnumerable<string> Shortcuts(IRenderedComponent<RepliesPage> page) => page.FindAll("li .reply-shortcut").Select(s => s.TextContent);

    private static CannedReply Reply(string shortcut, string ko, string en) => new(CannedReply.NewId(), shortcut, new(ko, en), "minji", default);

    private sealed class InMemoryReplies : ICannedReplies
    {
        public List<CannedReply> Replies { get; } = [];
        public bool IsDown { get; set; }

        public ValueTask<IReadOnlyList<CannedReply>> ListAsync(CancellationToken cancellationToken) => ValueTask.FromResult<IReadOnlyList<CannedReply>>([.. Replies]);

        public Task<CannedReplyProblem> SaveAsync(CannedReply reply, CancellationToken cancellationToken)
        {
            if (IsDown)
                throw new InvalidOperationException("The database is away.");
            reply = reply.Normalized();
            if (reply.Problem() is var problem and not CannedReplyProblem.None)
                return Task.FromResult(problem);
            if (Replies.Exists(r => r.Shortcut == reply.Shortcut && r.Id != reply.Id))
                return Task.FromResult(CannedReplyProblem.Taken);
            Replies.RemoveAll(r => r.Id == reply.Id);
            Replies.Add(reply);
            return Task.FromResult(CannedReplyProblem.None);
        }

        public Task DeleteAsync(string id, CancellationToken cancellationToken)
        {
            Replies.RemoveAll(r => r.Id == id);
            return Task.CompletedTask;
        }
    }
}
