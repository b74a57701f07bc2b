using System.Globalization;
using Bunit;
using CustomerService.Web.Components;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Xunit;

namespace CustomerService.Web.Tests.Components;

public sealed class RedrawnTests : BunitContext
{
    [Fact]
    public async Task Component_is_drawn_in_its_readers_language_whoever_tells_it()
    {
        var (korean, english) = (CultureInfo.GetCultureInfo("ko-KR"), CultureInfo.GetCultureInfo("en-US"));
        IRenderedComponent<Speaking> speaking = null!;
        await In(korean, () => speaking = Render<Speaking>());
        Assert.Equal("0 ko-KR ko-KR", speaking.Markup);

        await In(english, () =>
        {
            speaking.Instance.Tell();
            Assert.Equal(english, CultureInfo.CurrentUICulture);
        });

        await speaking.WaitForAssertionAsync(() => Assert.Equal("1 ko-KR ko-KR", speaking.Markup));
    }

    private static Task In(CultureInfo culture, Action act) => Task.Run(() =>
    {
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        act();
    });

    private sealed class Speaking : Redrawn
    {
        private int _told;

        public void Tell()
        {
            _told++;
            Redraw();
        }

        protected override void BuildRenderTree(RenderTreeBuilder builder) =>
            builder.AddContent(0, (MarkupString)$"{_told} {CultureInfo.CurrentCulture} {CultureInfo.CurrentUICulture}");
    }
}
