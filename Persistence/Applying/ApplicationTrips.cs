using Npgsql;

namespace Jobs.Persistence;

/// <summary>
/// Stores the applications of many at the same time: those that come while others are under way go together, in one transaction.
/// </summary>
/// <remarks>
/// As <see cref="RoundTrips"/> does with reads, and for the same reason. No timer collects them and none waits for company, nor for
/// long for a row that somebody holds: whatever ends a shared transaction takes all of it back, and each goes once more by itself.
/// After a connection that broke, too: what was stored all the same stands against being stored again, as long as it is not over.
/// </remarks>
/// <param name="shared">For transactions that are shared.</param>
/// <param name="others">For applications that go by themselves.</param>
/// <param name="atOnce">Shared transactions under way at most, each with one of the shared connections.</param>
/// <param name="patientMax">How many may wait for rows that somebody holds, each with one of the other connections.</param>
#pragma warning disable CA1001 // A semaphore without a wait handle holds nothing.
public sealed class ApplicationTrips(NpgsqlDataSource shared, NpgsqlDataSource others, int atOnce, int patientMax)
#pragma warning restore CA1001
{
    /// <summary>How many shared transactions are useful at once: one for each processor.</summary>
    public static readonly int AtOnceMax = Math.Clamp(Environment.ProcessorCount, 2, 8);

    private const int ApplicationsMax = 8; // Of one transaction.

    private readonly Lock gate = new();
    private readonly Queue<WaitingApplication> waiting = new();
    private readonly SemaphoreSlim patient = new(patientMax);
    private int underWay;

    /// <returns>The application's id, or null: something stood against it.</returns>
    /// <exception cref="PostgresException">It failed. Those it shared a transaction with do not.</exception>
    /// <exception cref="NpgsqlException">There is no connection, or it broke twice.</exception>
    internal async Task<long?> StoreAsync(WaitingApplication application)
    {
        application.CancellationToken.ThrowIfCancellationRequested();
        using var registration = application.CancellationToken.UnsafeRegister(
            static application => ((WaitingApplication)application!).GiveUp(), application);
        var told = SharedStatement.Begin(application.Statement.Text); // In this flow, which knows whose statement it is.
        if (Add(application)) Detached.Begin(RunAsync);
        return await told.UntilAsync(application.Id);
    }

    // Whether one more transaction is to begin.
    private bool Add(WaitingApplication application)
    {
        lock (gate)
        {
            waiting.Enqueue(application);
            if (underWay == atOnce) return false;
            underWay++;
            return true;
        }
    }

    private async Task RunAsync()
    {
        for (var applications = Take(); applications.Count > 0; applications = Take())
        {
            try
            {
                var ids = await ApplicationTrip.StoreAsync(shared, applications, isPatient: false, CancellationToken.None);
                for (var index = 0; index < ids.Count; index++) applications[index].Complete(ids[index]);
            }
#pragma warning disable CA1031 // Whatever it is, each that goes by itself finds out its own.
            catch (Exception)
#pragma warning restore CA1031
            {
                foreach (var application in applications) _ = StoreAloneAsync(application);
            }
        }
    }

    private List<WaitingApplication> Take()
    {
        lock (gate)
        {
            var taken = new List<WaitingApplication>(Math.Min(waiting.Count, ApplicationsMax));
            while (taken.Count < ApplicationsMax && waiting.TryDequeue(out var application))
                if (!application.Id.IsCompleted) taken.Add(application);
            if (taken.Count == 0) underWay--;
            return taken;
        }
    }

    private async Task StoreAloneAsync(WaitingApplication application)
    {
        try
        {
            if (await TryStoreAloneAsync(application, isPatient: false)) return;
            await patient.WaitAsync(application.CancellationToken);
            try
            {
                await TryStoreAloneAsync(application, isPatient: true);
            }
            finally
            {
                patient.Release();
            }
        }
#pragma warning disable CA1031 // It is told to whoever waits.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            application.Fail(exception);
        }
    }

    // False: somebody holds a row that it needs.
    private async Task<bool> TryStoreAloneAsync(WaitingApplication application, bool isPatient, bool isSecond = false)
    {
        try
        {
            var ids = await ApplicationTrip.StoreAsync(others, [application], isPatient, application.CancellationToken);
            application.Complete(ids[0]);
            return true;
        }
        catch (PostgresException exception) when (!isPatient && exception.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return false;
        }
        catch (NpgsqlException exception) when (!isSecond && IsOfConnection(exception))
        {
            // PostgreSQL was started again: nobody had used this connection since, no more than the shared one.
            return await TryStoreAloneAsync(application, isPatient, isSecond: true);
        }
    }

    private static bool IsOfConnection(NpgsqlException exception) => exception is not PostgresException
    {
        SqlState: not (PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown),
    };
}
