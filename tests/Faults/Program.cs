using System.Globalization;
using Jobs.Faults;

var culture = CultureInfo.InvariantCulture;
return args switch
{
    ["receive", var port, var folder, var percent] =>
        await Receiver.RunAsync(int.Parse(port, culture), folder, int.Parse(percent, culture)),
    ["record", var address, var folder, var seconds] =>
        await Recorder.RunAsync(new Uri(address), folder, double.Parse(seconds, culture)),
    ["judge", var folder, var kills] => Judge.Run(folder, int.Parse(kills, culture)),
    _ => throw new ArgumentException("receive PORT FOLDER PERCENT | record ADDRESS FOLDER SECONDS | judge FOLDER KILLS"),
};
