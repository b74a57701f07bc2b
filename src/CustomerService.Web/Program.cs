using System.Net.Sockets;
using CustomerService.Ai.Embedded;
using CustomerService.Ai.Gateway;
using CustomerService.Ai.Grounding;
using CustomerService.Core;
using CustomerService.Core.Configuration;
using CustomerService.Data;
using CustomerService.Data.Start;
using CustomerService.Web.Api;
using CustomerService.Web.Health;
using CustomerService.Web.Hosting;
using CustomerService.Web.Hub;

try
{
    var builder = WebApplication.CreateBuilder(args);
    var settings = new Settings(builder.Configuration);
    builder.ListenOnLoopback(settings);
    builder.WebHost.UseStaticWebAssets();
    builder.Services
        .AddCore(settings)
        .AddEmbeddedAssistant()
        .AddModelGateway(settings)
        .AddData(settings)
        .AddEvaluation()
        .AddHttpApi(settings)
        .AddChat(settings)
        .AddHealth()
        .AddWebPages(settings);
    settings.ThrowIfWrong();

    var app = builder.Build();
    await app.PrepareStorageAsync();
    app.UseWebPages();
    app.MapHttpApi();
    app.MapChat();
    app.MapHealth();
    app.MapWebPages();
    await app.AnnounceAddressesAsync();
    await app.RunAsync();
    return 0;
}
catch (Exception e) when (e is InvalidSettingsException or StorageUnavailableException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
catch (Exception e) when (e is SocketException or IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException })
{
    await Console.Error.WriteLineAsync($"{e.Message}\nThe program cannot listen there: another program may be using the address. Choose another one with --urls http://localhost:PORT");
    return 1;
}
