using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using CustomerService.Data.Staff;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace CustomerService.Benchmarks.Desk;

/// <summary>The shop's agents, all with the same password.</summary>
internal sealed partial class Team
{
    public const int Size = 200;
    private const string Password = "nine brave otters";
    private const int AtOnce = 4;

    private readonly List<StaffMember> _members = [];

    private Team()
    {
    }

    public IReadOnlyList<string> Ids => [.. _members.Select(m => m.Id)];

    /// <summary>Writes them into a database; the first one is an administrator.</summary>
    public static async Task<Team> EnterAsync(IServiceProvider services)
    {
        var team = new Team();
        await using var scope = services.CreateAsyncScope();
        var members = scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>();
        // Hashing takes long on purpose, and no hash depends on whose it is.
        var hash = members.PasswordHasher.HashPassword(new(), Password);
        for (var i = 1; i <= Size; i++)
        {
            var email = $"agent{i.ToString(CultureInfo.InvariantCulture)}@shop.example";
            var member = new StaffMember { UserName = email, Email = email, Name = $"Agent {i}", Role = i == 1 ? StaffRole.Administrator : StaffRole.Agent, PasswordHash = hash };
            if (await members.CreateAsync(member) is { Succeeded: false } refused)
                throw new InvalidOperationException($"{email}: {refused}");
            team._members.Add(member);
        }

        return team;
    }

    /// <summary>The cookies of their sign-ins, in their order.</summary>
    public async Task<IReadOnlyList<string>> SignInAsync(HttpClient client, CancellationToken cancellationToken)
    {
        var cookies = new string[Size];
        await Parallel.ForAsync(0, Size, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (i, token) => cookies[i] = await SignInAsync(client, _members[i].Email!, token));
        return cookies;
    }

    private static async Task<string> SignInAsync(HttpClient client, string email, CancellationToken cancellationToken)
    {
        var page = new Uri("/sign-in", UriKind.Relative);
        using var form = await client.GetAsync(page, cancellationToken);
        var fields = HiddenField().Matches(await form.Content.ReadAsStringAsync(cancellationToken)).ToDictionary(m => m.Groups["name"].Value, m => WebUtility.HtmlDecode(m.Groups["value"].Value));
        (fields["Form.Email"], fields["Form.Password"]) = (email, Password);
        using var request = new HttpRequestMessage(HttpMethod.Post, page) { Content = new FormUrlEncodedContent(fields), Headers = { { "Cookie", Cookies(form) } } };
        using var response = await client.SendAsync(request, cancellationToken);
        return Cookies(response) is var cookies && cookies.Contains("staff=", StringComparison.Ordinal)
            ? cookies
            : throw new InvalidOperationException($"{email} was not let in: {(int)response.StatusCode}.");
    }

    private static string Cookies(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Set-Cookie", out var set) ? string.Join("; ", set.Select(c => c.Split(';')[0])) : "";

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex HiddenField();
}
