using System.Net.Sockets;
using Jobs.GraphQL.Binding;
using Jobs.Persistence.Embedded;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Jobs.Api.Startup;

/// <summary>Turns the usual failures of a start into a sentence for the person at the terminal.</summary>
public static class StartupProblem
{
    /// <summary>Null for anything unusual: then the whole exception is worth showing.</summary>
    public static string? Explain(Exception exception) => exception switch
    {
        StartupException or EmbeddedPostgresException or SchemaBindingException => exception.Message,
        OptionsValidationException or InvalidOperationException { Source: "Microsoft.Extensions.Configuration.Binder" } =>
            ConfigurationProblem.Explain(exception),
        AggregateException several => several.InnerExceptions.Select(Explain).FirstOrDefault(text => text is not null),
        PostgresException
        {
            SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification,
        } =>
            "PostgreSQL refuses the user or password of ConnectionStrings__Jobs.",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
            "The database that ConnectionStrings__Jobs names does not exist on that server. Create it first.",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } =>
            "The user of ConnectionStrings__Jobs may not do what is needed in that database.",
        NpgsqlException { InnerException: SocketException or TimeoutException or IOException } =>
            "No PostgreSQL answers at the address in ConnectionStrings__Jobs.",
        ArgumentException when exception.StackTrace?.Contains("ConnectionStringBuilder", StringComparison.Ordinal) == true =>
            "ConnectionStrings__Jobs is no connection string: write Host=…;Database=…;Username=…;Password=…",
        IOException { InnerException: { } inner } when inner is SocketException or AddressInUseException =>
            $"{exception.Message} Choose another one with --urls http://localhost:PORT or ASPNETCORE_URLS.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } =>
            "The address may not be used by this user. Choose another one with --urls http://localhost:PORT or ASPNETCORE_URLS.",
        FormatException when exception.StackTrace?.Contains("BindingAddress", StringComparison.Ordinal) == true =>
            $"{exception.Message} Write addresses as http://localhost:PORT.",
        { InnerException: { } inner } => Explain(inner),
        _ => null,
    };
}
