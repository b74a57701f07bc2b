using System.Collections.Frozen;
using Microsoft.AspNetCore.Components;

namespace CustomerService.Web.Features.Demo;

/// <summary>
/// A drawing for each category, 120 by 120. The style sheet colours its classes: t the tone, l the tone's lighter shade, d dark,
/// w white, g grey; s a dark line, k keys and slots.
/// </summary>
internal static class Drawings
{
    private const string Box = """<path class="t" d="M26 44h68l6 54a8 8 0 0 1-8 9H28a8 8 0 0 1-8-9z"/><path class="s" d="M44 56V36a16 16 0 0 1 32 0v20"/><circle class="l" cx="60" cy="80" r="10"/>""";

    private static readonly FrozenDictionary<string, MarkupString> ByCategory = new Dictionary<string, string>
    {
        ["earphones"] = """<path class="t" d="M40 16a13 13 0 0 1 5 25v17a4.5 4.5 0 0 1-9 0V41a13 13 0 0 1 4-25z"/><circle class="d" cx="38" cy="29" r="5.5"/><path class="t" d="M80 16a13 13 0 0 0-5 25v17a4.5 4.5 0 0 0 9 0V41a13 13 0 0 0-4-25z"/><circle class="d" cx="82" cy="29" r="5.5"/><rect class="w" x="26" y="66" width="68" height="42" rx="20"/><path class="g" d="M26 84h68v3H26z"/><circle class="t" cx="60" cy="96" r="3"/>""",
        ["headphones"] = """<path class="s" d="M23 76V60a37 37 0 0 1 74 0v16" stroke-width="8"/><rect class="t" x="13" y="64" width="21" height="40" rx="10"/><rect class="t" x="86" y="64" width="21" height="40" rx="10"/><rect class="l" x="30" y="68" width="11" height="32" rx="5.5"/><rect class="l" x="79" y="68" width="11" height="32" rx="5.5"/>""",
        ["speakers"] = """<rect class="t" x="33" y="12" width="54" height="96" rx="15"/><circle class="d" cx="60" cy="73" r="20"/><circle class="l" cx="60" cy="73" r="10"/><circle class="d" cx="60" cy="34" r="10"/><circle class="l" cx="60" cy="34" r="4.5"/>""",
        ["smartwatches"] = """<path class="t" d="M45 9h30l5 28H40zM40 83h40l-5 28H45z"/><rect class="g" x="87" y="53" width="5" height="14" rx="2.5"/><rect class="g" x="31" y="31" width="58" height="58" rx="18"/><rect class="d" x="36" y="36" width="48" height="48" rx="14"/><circle class="t" cx="60" cy="60" r="15"/><path class="s" d="M60 52v8l6 4" stroke-width="3"/>""",
        ["power-banks"] = """<rect class="t" x="35" y="11" width="50" height="98" rx="13"/><rect class="l" x="35" y="11" width="50" height="20" rx="10"/><rect class="d" x="52" y="18" width="16" height="6" rx="3"/><path class="w" d="M65 42 47 70h11l-4 22 19-30H62z"/>""",
        ["chargers"] = """<path class="g" d="M46 14h7v22h-7zM67 14h7v22h-7z"/><rect class="w" x="32" y="32" width="56" height="56" rx="14"/><path class="t" d="M64 42 47 63h10l-4 16 19-22H61z"/><path class="s" d="M60 88v6c0 8 6 12 13 12h25"/>""",
        ["keyboards"] = """<rect class="t" x="7" y="33" width="106" height="56" rx="10"/><path class="k" d="M17 46h87M17 59h87" stroke-dasharray="10 4.8"/><path class="k" d="M17 76h14M37 76h46M89 76h14" stroke-width="9"/>""",
        ["mice"] = """<rect class="t" x="34" y="11" width="52" height="98" rx="26"/><path class="l" d="M62 11a26 26 0 0 1 24 26v15H62zM58 11a26 26 0 0 0-24 26v15h24z"/><rect class="d" x="55" y="26" width="10" height="20" rx="5"/>""",
        ["monitors"] = """<rect class="d" x="7" y="16" width="106" height="68" rx="7"/><rect class="t" x="12" y="21" width="96" height="58" rx="3"/><path class="l" d="M12 79V70l30-27 24 21 14-11 28 23v3z"/><path class="g" d="M52 84h16l3 15H49z"/><rect class="g" x="36" y="98" width="48" height="7" rx="3.5"/>""",
        ["laptops"] = """<rect class="d" x="20" y="20" width="80" height="60" rx="7"/><rect class="t" x="25" y="25" width="70" height="50" rx="3"/><path class="l" d="M25 75v-8l26-25 20 18 9-8 15 13v10z"/><path class="g" d="M8 84h104v4a8 8 0 0 1-8 8H16a8 8 0 0 1-8-8z"/><path class="d" d="M49 84h22a4 4 0 0 1-4 4H53a4 4 0 0 1-4-4z"/>""",
        ["tablets"] = """<rect class="d" x="24" y="8" width="72" height="104" rx="10"/><rect class="t" x="30" y="15" width="60" height="90" rx="4"/><circle class="w" cx="73" cy="36" r="8"/><path class="l" d="M30 105V84l21-25 16 19 8-9 15 16v20z"/>""",
        ["storage"] = """<path class="s" d="M60 94v18"/><rect class="g" x="51" y="90" width="18" height="12" rx="3"/><rect class="t" x="30" y="12" width="60" height="82" rx="14"/><rect class="l" x="40" y="23" width="40" height="40" rx="8"/><circle class="w" cx="75" cy="80" r="3.5"/>""",
        ["cameras"] = """<path class="t" d="M18 38h18l8-13h32l8 13h18a7 7 0 0 1 7 7v47a7 7 0 0 1-7 7H18a7 7 0 0 1-7-7V45a7 7 0 0 1 7-7z"/><circle class="w" cx="60" cy="67" r="25"/><circle class="d" cx="60" cy="67" r="20"/><circle class="t" cx="60" cy="67" r="11"/><circle class="w" cx="65" cy="62" r="3.5"/><circle class="w" cx="95" cy="51" r="4"/>""",
        ["home"] = """<rect class="w" x="32" y="11" width="56" height="98" rx="18"/><path class="t" d="M32 66h56v25a18 18 0 0 1-18 18H50a18 18 0 0 1-18-18z"/><path class="k" d="M45 76h30M45 86h30M45 96h30" stroke-width="4"/><circle class="g" cx="60" cy="36" r="13"/><circle class="t" cx="60" cy="36" r="7"/>""",
        ["accessories"] = Box,
    }.ToFrozenDictionary(d => d.Key, d => new MarkupString(d.Value));

    private static readonly MarkupString Otherwise = new(Box);

    public static MarkupString Of(string categoryId) => ByCategory.GetValueOrDefault(categoryId, Otherwise);
}
