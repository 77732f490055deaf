namespace Jobs.PerformanceBenchmark;

/// <summary>Files that are part of the program.</summary>
internal static class Resource
{
    public static string Read(string name)
    {
        using var reader = new StreamReader(typeof(Resource).Assembly.GetManifestResourceStream(name)
            ?? throw new FileNotFoundException(name));
        return reader.ReadToEnd();
    }
}
