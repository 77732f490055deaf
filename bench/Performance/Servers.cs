using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Jobs.Testing;

namespace Jobs.PerformanceBenchmark;

/// <summary>Starts the two servers over the same database, with settings that are alike.</summary>
internal sealed class Servers(string servicePath, string baselinePath, string connectionString, string folder)
{
    private const string HooksVariable = "DOTNET_STARTUP_HOOKS";

    public string IntrospectionFile { get; } = Path.Combine(folder, "introspection.json");

    public string DocumentsFolder { get; } = Path.Combine(folder, "documents");

    public async Task<Server> StartServiceAsync(bool isCounted = true)
    {
        var socket = Prepare(isCounted);
        var process = await RunningService.StartAsync(
            servicePath, Path.Combine(folder, "service"), "Production", $"--ConnectionStrings:Jobs={connectionString}",
            "--Logging:LogLevel:Default=Warning", "--GraphQL:Introspection=true", $"--Auth:Issuers:0:Issuer={Operations.Issuer}",
            $"--Auth:Issuers:0:Audience={DevelopmentAudience}", $"--Auth:Issuers:0:SigningKey={Operations.SigningKey}",
            $"--PersistedOperations:Folder={DocumentsFolder}");
        return new Server(process, isBaseline: false, socket);
    }

    public async Task<Server> StartBaselineAsync(bool isCounted = true)
    {
        var socket = Prepare(isCounted);
        var process = await RunningService.StartAsync(
            baselinePath, Path.Combine(folder, "baseline"), "Production", $"--ConnectionStrings:Jobs={connectionString}",
            $"--Token:Issuer={Operations.Issuer}", $"--Token:Audience={DevelopmentAudience}",
            $"--Token:Key={Operations.SigningKey}", $"--Introspection={IntrospectionFile}");
        return new Server(process, isBaseline: true, socket);
    }

    /// <summary>Bytes that the process behind a socket of the start-up hook has allocated so far.</summary>
    public static long AllocatedBytes(string socket)
    {
        using var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        connection.Connect(new UnixDomainSocketEndPoint(socket));
        var text = new byte[32];
        return long.Parse(Encoding.ASCII.GetString(text, 0, connection.Receive(text)), CultureInfo.InvariantCulture);
    }

    private static string DevelopmentAudience => Api.SignIn.DevelopmentIssuer.Audience;

    // The child inherits it.
    private string? Prepare(bool isCounted)
    {
        var socket = isCounted ? Path.Combine(folder, $"{Guid.NewGuid():N}"[..8]) : null;
        Environment.SetEnvironmentVariable(HooksVariable, isCounted ? typeof(StartupHook).Assembly.Location : null);
        Environment.SetEnvironmentVariable(StartupHook.SocketVariable, socket);
        return socket;
    }
}
