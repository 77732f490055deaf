using System.Globalization;

namespace Jobs.PerformanceBenchmark;

/// <summary>What bench/run.sh was asked for.</summary>
internal sealed record RunOptions
{
    private static readonly string[] Everything =
        ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7", "Q2t", "Q6t", "start", "latency", "connections", "deep"];

    private static readonly string[] Tenfold = ["Q1", "Q2", "Q3", "deep"];

    /// <summary>Operations and parts to run.</summary>
    public IReadOnlyList<string> Parts { get; private init; } = Everything;

    public int Seconds { get; private init; } = 6;

    public int WarmUpSeconds { get; private init; } = 30;

    public int Rounds { get; private init; } = 3;

    /// <summary>Of all rows; less than 1 for a quick look.</summary>
    public double Factor { get; private init; } = 1;

    /// <summary>Whether Q1 to Q3 and deep pages are measured on ten times the rows as well, and nothing else.</summary>
    public bool IsTenfold { get; private init; }

    /// <summary>How long nothing is measured but the service's memory under load; 0: not at all.</summary>
    public int SoakMinutes { get; private init; }

    /// <summary>Keeps the database there, and uses it again; null for one that is thrown away.</summary>
    public string? Folder { get; private init; }

    public bool Has(string part) => Parts.Contains(part);

    public static RunOptions Read(string[] args)
    {
        var options = new RunOptions();
        while (args is [var name, .. var rest])
        {
            args = [.. rest];
            if (name == "--quick") options = options with { Factor = 0.05, Seconds = 2, WarmUpSeconds = 1, Rounds = 1 };
            else if (name == "--tenfold") options = options with { IsTenfold = true };
            else if (rest is [var value, .. var others]) (options, args) = (options.With(name, value), others);
            else throw new ArgumentException($"{name} is not an option, or lacks a value.");
        }
        if (options is { IsTenfold: true, SoakMinutes: > 0 }) throw new ArgumentException("Either ten times the rows, or a soak.");
        if (options.SoakMinutes == 1) throw new ArgumentException("One minute has none to compare with.");
        if (options.IsTenfold) options = options with { Parts = [.. options.Parts.Where(part => Tenfold.Contains(part))] };
        return options.Parts.Count > 0 ? options : throw new ArgumentException("Ten times the rows are for Q1, Q2, Q3 and deep.");
    }

    private RunOptions With(string name, string value) => name switch
    {
        "--only" => this with { Parts = [.. value.Split(',').Select(PartOf)] },
        "--seconds" => this with { Seconds = Number(value) },
        "--warm-up" => this with { WarmUpSeconds = Number(value) },
        "--rounds" => this with { Rounds = Number(value) },
        "--soak" => this with { SoakMinutes = Number(value) },
        "--keep" => this with { Folder = Path.GetFullPath(value) },
        _ => throw new ArgumentException($"{name} is not an option."),
    };

    private static string PartOf(string name) =>
        Everything.FirstOrDefault(part => part.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? throw new ArgumentException($"{name} is none of {string.Join(", ", Everything)}.");

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number : throw new ArgumentException($"{text} is no number from 1 on.");
}
