namespace Jobs.Persistence.Migrations;

/// <summary>The SQL of a migration, written in a file of its own beside its class.</summary>
internal static class SqlFile
{
    public static string Read(string name)
    {
        using var reader = new StreamReader(typeof(SqlFile).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
