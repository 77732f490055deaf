using System.Globalization;
using Jobs.SubscriptionsBenchmark;

return args switch
{
    ["serve", var urls] => await AnnouncementServer.RunAsync(urls),
    ["idle", var address, var process, var sockets, var subscriptions] =>
        await IdleSubscriptions.MeasureAsync(new Uri(address), Number(process), Number(sockets), Number(subscriptions)),
    ["fan-out", var address, var subscribers, var events] =>
        await FanOut.MeasureAsync(new Uri(address), Number(subscribers), Number(events)),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int Usage()
{
    Console.Error.WriteLine("bench/subscriptions.sh says how this is used.");
    return 2;
}
