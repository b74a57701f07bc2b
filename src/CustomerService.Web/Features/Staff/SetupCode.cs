using System.Security.Cryptography;
using System.Text;
using CustomerService.Data.Staff;
using Microsoft.AspNetCore.Identity;

namespace CustomerService.Web.Features.Staff;

/// <summary>Lets the one who started the program, and saw the code on its console, become the first administrator. Works only while there is none.</summary>
internal sealed class SetupCode(IStaffDirectory staff, IServiceScopeFactory scopes) : IDisposable
{
    // Without letters and digits that look alike.
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const int Length = 12;
    private const int Group = 4;

    private readonly SemaphoreSlim _turn = new(1);
    private bool _isOver;

    public string Code { get; } = string.Join('-', RandomNumberGenerator.GetString(Letters, Length).Chunk(Group).Select(letters => new string(letters)));

    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken) =>
        !_isOver && !(_isOver = await staff.HasAdministratorAsync(cancellationToken));

    public bool IsRight(string? code) => CryptographicOperations.FixedTimeEquals(Digest(Code), Digest((code ?? "").Trim().ToUpperInvariant()));

    /// <summary>Makes the first administrator.</summary>
    /// <returns>Null when it is too late: there is one.</returns>
    public async Task<IdentityResult?> UseAsync(StaffMember member, string password, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (!await IsOpenAsync(cancellationToken))
                return null;
            await using var scope = scopes.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<UserManager<StaffMember>>().CreateAsync(member, password);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static byte[] Digest(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code.Replace("-", "", StringComparison.Ordinal)));
}
