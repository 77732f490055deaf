using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Jobs.Testing;

namespace Jobs.PerformanceBenchmark;

/// <summary>Starts the two servers over the same database, with settings that are alike.</summary>
internal sealed class Servers(Programs programs, string connectionString, string folder)
{
    private const string HooksVariable = "DOTNET_STARTUP_HOOKS";

    public string IntrospectionFile { get; } = Path.Combine(folder, "introspection.json");

    public string DocumentsFolder { get; } = Path.Combine(folder, "documents");

    public Task<Server> StartServiceAsync(bool isCounted = true) => StartAsync(
        isBaseline: false, isCounted, programs.Service, "--Logging:LogLevel:Default=Warning", "--GraphQL:Introspection=true",
        $"--Auth:Issuers:0:Issuer={Operations.Issuer}", $"--Auth:Issuers:0:Audience={DevelopmentAudience}",
        $"--Auth:Issuers:0:SigningKey={Operations.SigningKey}", $"--PersistedOperations:Folder={DocumentsFolder}");

    public Task<Server> StartBaselineAsync(bool isCounted = true) => StartAsync(
        isBaseline: true, isCounted, programs.Baseline, $"--Token:Issuer={Operations.Issuer}",
        $"--Token:Audience={DevelopmentAudience}", $"--Token:Key={Operations.SigningKey}", $"--Introspection={IntrospectionFile}");

    /// <summary>Bytes that the process behind a socket of the start-up hook has allocated so far.</summary>
    public static long AllocatedBytes(string socket)
    {
        using var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        connection.Connect(new UnixDomainSocketEndPoint(socket));
        var text = new byte[32];
        return long.Parse(Encoding.ASCII.GetString(text, 0, connection.Receive(text)), CultureInfo.InvariantCulture);
    }

    private static string DevelopmentAudience => Api.SignIn.DevelopmentIssuer.Audience;

    private async Task<Server> StartAsync(bool isBaseline, bool isCounted, string program, params IEnumerable<string> settings)
    {
        var socket = isCounted ? Path.Combine(folder, $"{Guid.NewGuid():N}"[..8]) : null;
        Inherit(isCounted ? typeof(StartupHook).Assembly.Location : null, socket);
        try
        {
            var process = await RunningService.StartAsync(
                program, Path.Combine(folder, isBaseline ? "baseline" : "service"), "Production",
                [$"--ConnectionStrings:Jobs={connectionString}", .. settings]);
            return new Server(process, isBaseline, socket);
        }
        finally
        {
            Inherit(hook: null, socket: null); // Whatever is started next.
        }
    }

    private static void Inherit(string? hook, string? socket)
    {
        Environment.SetEnvironmentVariable(HooksVariable, hook);
        Environment.SetEnvironmentVariable(StartupHook.SocketVariable, socket);
    }
}
