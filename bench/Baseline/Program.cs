using System.Globalization;
using System.Text;
using Jobs.Baseline;
using Npgsql;

// What the operations of the benchmark cost when somebody writes each of them by hand: bench/README.md.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information)
    .AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None); // Else there is a span for each request.
builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
var settings = builder.Configuration;
var connections = int.Parse(settings["Connections"] ?? "4", CultureInfo.InvariantCulture);
var address = new NpgsqlConnectionStringBuilder(settings.GetConnectionString("Jobs"))
{
    MaxPoolSize = connections + 2,
    NoResetOnClose = true,
    Options = "-c plan_cache_mode=force_generic_plan", // Every statement here is written so that one plan serves all values.
};
await using var dataSource = new NpgsqlSlimDataSourceBuilder(address.ConnectionString).EnableArrays().Build();
var sessions = await Sessions.OpenAsync(dataSource, connections);
var bearer = new Bearer(
    dataSource, settings["Token:Issuer"] ?? "", settings["Token:Audience"] ?? "", Encoding.UTF8.GetBytes(settings["Token:Key"] ?? ""));
var introspection = settings["Introspection"] is { } file ? await File.ReadAllBytesAsync(file) : [];

var app = builder.Build();
app.Run(new Endpoints(sessions, bearer, introspection).AnswerAsync);
await app.RunAsync();
