using System.Text;
using System.Text.Unicode;

namespace Jobs.GraphQL.PersistedOperations;

/// <summary>
/// Reads the documents of client builds: <c>.json</c> files are manifests, <c>.graphql</c> and <c>.gql</c> files are documents
/// whose id is the SHA-256 of their text.
/// </summary>
public static class OperationDocumentFiles
{
    private static readonly string[] Extensions = [".json", ".graphql", ".gql"];

    /// <summary>Every such file among these and in the folders among these, in the order of their names.</summary>
    /// <remarks>A path that does not exist is a problem like any other.</remarks>
    public static OperationDocuments Read(params IEnumerable<string> paths)
    {
        var documents = new List<OperationDocument>();
        var problems = new List<OperationDocumentProblem>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path)) Add(FilesIn(path), file => Path.GetRelativePath(path, file));
            else if (File.Exists(path)) Add([path], file => file);
            else problems.Add(new OperationDocumentProblem(path, Id: null, "there is no such file or folder"));
        }

        return new OperationDocuments(documents, problems);

        void Add(IEnumerable<string> files, Func<string, string> nameOf)
        {
            foreach (var file in files)
            {
                var found = ReadFile(file, nameOf(file));
                documents.AddRange(found.Documents);
                problems.AddRange(found.Problems);
            }
        }
    }

    private static IEnumerable<string> FilesIn(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Extensions.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal);

    private static OperationDocuments ReadFile(string file, string origin)
    {
        var bytes = File.ReadAllBytes(file);
        ReadOnlySpan<byte> text = bytes;
        if (text.StartsWith(Encoding.UTF8.Preamble)) text = text[Encoding.UTF8.Preamble.Length..];
        if (!Utf8.IsValid(text)) return new([], [new OperationDocumentProblem(origin, Id: null, "the file is not UTF-8")]);
        if (Path.GetExtension(file).Equals(".json", StringComparison.OrdinalIgnoreCase))
            return OperationManifest.Read(bytes.AsMemory(bytes.Length - text.Length), origin);
        return new([new OperationDocument(DocumentHash.Of(text), Encoding.UTF8.GetString(text), origin)], []);
    }
}
