using System.Text;

namespace Jobs.EngineBenchmark;

/// <summary>The texts that are measured.</summary>
internal static class Documents
{
    /// <summary>Close to 1,800 bytes, of the form that the app sends.</summary>
    public static byte[] Feed { get; } = Read("feed");

    /// <summary>What tools ask for, with every option.</summary>
    public static byte[] Introspection { get; } = Read("introspection");

    /// <summary>The contract of this service.</summary>
    public static string Schema { get; } = Encoding.UTF8.GetString(Read("schema"));

    private static byte[] Read(string name)
    {
        using var stream = typeof(Documents).Assembly.GetManifestResourceStream(name)!;
        var text = new byte[stream.Length];
        stream.ReadExactly(text);
        return text;
    }
}
