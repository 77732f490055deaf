using System.Globalization;
using Jobs.AttackBenchmark;
using Jobs.Testing;

// The table of docs/attacks.md: what single hostile requests cost the real service, and what its other clients notice of them.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["rules"])
{
    ValidationScaling.Show();
    return 0;
}

var program = args[0];
var roundTrip = TimeSpan.FromMilliseconds(5); // What a network adds between two requests of one attacker.
var folder = Directory.CreateTempSubdirectory("jobs-attacks-").FullName;
var problems = 0;
try
{
    await using (await RunningService.StartAsync(program, folder, "Development"))
    {
        // Fills the empty database.
    }

    Console.WriteLine($"{"attack",-44} {"bytes",9}  {"status",6} {"ms",7} {"MB",6} {"peak",6}  code");
    await using (var service = await RunningService.StartAsync(program, folder, "Production"))
    {
        var traffic = new FeedTraffic(new Uri($"http://{service.Address}"));
        await traffic.WarmUpAsync();
        List<Attack> attacks = [.. DocumentAttacks.All(), .. ValueAttacks.All()];
        foreach (var attack in attacks) await ShowAsync(service, attack);
        await CompareAsync(traffic, service, attacks);
    }

    await using (var service = await RunningService.StartAsync(program, folder, "Production", "--GraphQL:AllowBatching=true"))
    {
        foreach (var attack in ValueAttacks.Batches()) await ShowAsync(service, attack);
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

Console.WriteLine(problems == 0 ? "All within the limits." : $"{problems} beyond the limits.");
return problems == 0 ? 0 : 1;

async Task ShowAsync(RunningService service, Attack attack)
{
    var result = await AttackResult.MeasureAsync(service, attack);
    if (!result.IsFine) problems++;
    Console.WriteLine($"{result.Name,-44} {result.Bytes,9:N0}  {result.Answer.Status,6} {result.Milliseconds,7:0.0} "
        + $"{result.Growth,6:0.0} {result.Peak,6:0.0}  {result.Answer.Code}{(result.IsFine ? "" : "  <--")}");
}

// In turns, so that what the machine does meanwhile touches both alike.
async Task CompareAsync(FeedTraffic traffic, RunningService service, List<Attack> attacks)
{
    var (alone, beside, sent) = (new List<double>(), new List<double>(), 0);
    for (var slice = 0; slice < 2; slice++)
    {
        alone.AddRange(await traffic.RunAsync());
        using var stop = new CancellationTokenSource();
        var attacking = AttackAsync(stop.Token);
        beside.AddRange(await traffic.RunAsync());
        await stop.CancelAsync();
        await attacking;
    }

    var ratio = FeedTraffic.Percentile(beside, 99) / FeedTraffic.Percentile(alone, 99);
    if (ratio > 2) problems++;
    Console.WriteLine($"feed, {alone.Count} requests each: alone p50 {FeedTraffic.Percentile(alone, 50):0.0} ms, "
        + $"p99 {FeedTraffic.Percentile(alone, 99):0.0} ms; beside {sent:N0} attacks one after the other "
        + $"p50 {FeedTraffic.Percentile(beside, 50):0.0} ms, p99 {FeedTraffic.Percentile(beside, 99):0.0} ms; "
        + $"p99 ratio {ratio:0.00}{(ratio > 2 ? "  <--" : "")}");

    async Task AttackAsync(CancellationToken stop)
    {
        for (; !stop.IsCancellationRequested; sent++)
        {
            await RawResponse.SendAsync(service.Address, attacks[sent % attacks.Count].Request);
            await Task.Delay(roundTrip, CancellationToken.None);
        }
    }
}
