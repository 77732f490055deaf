using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Jobs.Persistence.Embedded;

/// <summary>The files of one private PostgreSQL: creates, starts and stops it. Callers hold its lock.</summary>
internal sealed class PostgresCluster(string folder)
{
    public const string Superuser = "jobs";
    private const int SocketPathMax = 103; // sun_path of macOS, the shortest one
    private static readonly TimeSpan LeftoversTimeout = TimeSpan.FromSeconds(15);

    public string Folder => folder;

    public string LockFile => Path.Combine(folder, "lock");

    public string Data => Path.Combine(folder, "cluster");

    public string LogFile => Path.Combine(folder, "postgres.log");

    /// <summary>What is no cluster yet, or any more: a kill in the middle leaves nothing that looks like one.</summary>
    private string Unfinished => Data + ".new";

    private string PasswordFile => Path.Combine(folder, "password");

    /// <summary>The major version that created it; null when it does not exist yet.</summary>
    public int? Version => File.Exists(Path.Combine(Data, "PG_VERSION"))
        ? int.Parse(File.ReadAllText(Path.Combine(Data, "PG_VERSION")), CultureInfo.InvariantCulture)
        : null;

    public string Password => File.ReadAllText(PasswordFile);

    public bool IsServed => PostmasterFile.Read(Data)?.IsServing() is true;

    public async Task CreateAsync(PostgresPrograms programs, string? user, bool isDurable, CancellationToken cancellationToken)
    {
        if (Directory.Exists(Data))
            throw new EmbeddedPostgresException(
                $"{Data} lacks PG_VERSION, so it is no cluster of PostgreSQL. Delete it, or bring it back whole.");
        OwnerOnlyFile.Write(PasswordFile, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24)));
        await ServerUser.GiveAsync(user, [folder, PasswordFile], cancellationToken);
        var problems = new List<string>();
        foreach (var locale in ClusterLocale.Choices(programs.Version))
        {
            DeleteUnfinished();
            var initdb = await ProgramRun.RunAsync(
                programs.InitDb,
                [
                    "-D", Unfinished, "-U", Superuser, $"--pwfile={PasswordFile}", "--auth=scram-sha-256",
                    "--encoding=UTF8", .. locale, .. (string[])(isDurable ? [] : ["--no-sync"]),
                ],
                folder, user, cancellationToken: cancellationToken);
            if (initdb.Succeeded)
            {
                Directory.Move(Unfinished, Data);
                return;
            }
            problems.Add(initdb.Output);
        }
        throw new EmbeddedPostgresException($"initdb cannot create a cluster in {folder}:\n{string.Join("\n\n", problems)}");
    }

    /// <summary>Starts its server; only when it is not served already.</summary>
    public async Task StartAsync(
        PostgresPrograms programs, string? user, IReadOnlyDictionary<string, string> settings,
        CancellationToken cancellationToken)
    {
        // PostgreSQL clears away what a killed server left, but not while its process number is in use, if only by a corpse.
        File.Delete(PostmasterFile.PathIn(Data));
        foreach (var socket in Directory.EnumerateFiles(folder, ".s.PGSQL.*")) File.Delete(socket);
        var deadline = Environment.TickCount64 + (long)LeftoversTimeout.TotalMilliseconds;
        while (true)
        {
            await ConfigureAsync(user, settings, cancellationToken);
            if (File.Exists(LogFile)) File.Move(LogFile, LogFile + ".previous", overwrite: true);
            var start = await ProgramRun.RunAsync(
                programs.PgCtl, ["start", "-D", Data, "-l", LogFile, "-s", "-w", "-t", "120"],
                folder, user, capturesOutput: !OperatingSystem.IsWindows(), cancellationToken);
            if (start.Succeeded) return;
            var log = LogTail();
            // The processes of a killed server take a moment to notice; a free port may be taken by somebody else meanwhile.
            var passes = log.Contains("still in use", StringComparison.Ordinal)
                || log.Contains("could not bind", StringComparison.Ordinal);
            if (!passes || Environment.TickCount64 > deadline)
                throw new EmbeddedPostgresException($"PostgreSQL does not start: {start.Output}\nThe end of {LogFile}:\n{log}");
            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellationToken);
        }
    }

    public async Task StopAsync(PostgresPrograms programs, string? user)
    {
        var stop = await ProgramRun.RunAsync(
            programs.PgCtl, ["stop", "-D", Data, "-m", "fast", "-s", "-w", "-t", "60"], folder, user);
        if (!stop.Succeeded && IsServed)
            throw new EmbeddedPostgresException($"PostgreSQL does not stop: {stop.Output}\nThe end of {LogFile}:\n{LogTail()}");
    }

    /// <summary>Deletes everything but the lock file, which others may be waiting for.</summary>
    public void Delete()
    {
        DeleteUnfinished();
        if (Directory.Exists(Data)) Directory.Move(Data, Unfinished);
        foreach (var subfolder in Directory.EnumerateDirectories(folder)) Directory.Delete(subfolder, recursive: true);
        foreach (var file in Directory.EnumerateFiles(folder).Where(file => file != LockFile)) File.Delete(file);
    }

    public string LogTail()
    {
        if (!File.Exists(LogFile)) return "(there is no log)";
        using var file = new FileStream(LogFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return string.Join('\n', reader.ReadToEnd().TrimEnd().Split('\n').TakeLast(20));
    }

    private void DeleteUnfinished()
    {
        if (Directory.Exists(Unfinished)) Directory.Delete(Unfinished, recursive: true);
    }

    /// <summary>A socket in the owner-only folder; where its path would be too long, or on Windows, a port of loopback.</summary>
    private async Task ConfigureAsync(
        string? user, IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        var hasSocket = !OperatingSystem.IsWindows() && Encoding.UTF8.GetByteCount(folder + "/.s.PGSQL.5432") <= SocketPathMax;
        var lines = settings.ToDictionary();
        lines["listen_addresses"] = hasSocket ? "" : "127.0.0.1";
        lines["port"] = hasSocket ? "5432" : FreePort().ToString(CultureInfo.InvariantCulture);
        lines["unix_socket_directories"] = hasSocket ? folder : "";
        lines["unix_socket_permissions"] = "0700";
        var text = string.Concat(
            lines.Select(line => $"{line.Key} = '{line.Value.Replace("'", "''", StringComparison.Ordinal)}'\n"));
        await File.WriteAllTextAsync(Path.Combine(Data, "jobs.conf"), text, cancellationToken);
        await ServerUser.GiveAsync(user, [Path.Combine(Data, "jobs.conf")], cancellationToken);

        var main = Path.Combine(Data, "postgresql.conf");
        const string include = "include = 'jobs.conf'\n";
        if ((await File.ReadAllTextAsync(main, cancellationToken)).EndsWith(include, StringComparison.Ordinal)) return;
        await File.AppendAllTextAsync(main, "\n" + include, cancellationToken);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
