using CustomerService.Web.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddWebPages();

var app = builder.Build();
app.UseWebPages();
app.MapWebPages();
app.Run();
