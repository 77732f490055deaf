using System.Text;

namespace Jobs.Persistence.Tests.Import;

/// <summary>Made-up files in the shapes and encodings of the real ones, in a folder that is gone after the test.</summary>
public sealed class SourceFiles : IDisposable
{
    public const string BrandHeader = "place,title,time,pay,date";
    public const string MergedHeader = "source,snapshot_at,brand_file,place,title,time,pay,posted";
    public const string DongHeader = "company,Title,Location,Pay,Worktime,Recently,Howpay";
    public const string AreaHeader = "지역,근무회사,근무시간,급여,올린시간,알바설명";

    public static readonly Encoding Cp949 = CodePagesEncodingProvider.Instance.GetEncoding(949)!;

    public string Folder { get; } = Directory.CreateTempSubdirectory("jobs-import-").FullName;

    /// <summary>Lines under a name that says nothing about the format.</summary>
    public string Write(string name, IEnumerable<string> lines, Encoding? encoding = null, string lineEnd = "\r\n")
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllText(path, string.Concat(lines.Select(line => line + lineEnd)), encoding ?? new UTF8Encoding(false));
        return path;
    }

    /// <summary>Rows of many shops, all different and all good.</summary>
    public static IEnumerable<string> ManyMergedRows(int count) =>
        Enumerable.Range(0, count).Select(index =>
            $"a/b,2021-04-05T22:23:14Z,조약돌 {index % 50},서울 강남구,조약돌카페 {index}호점,"
            + $"{index % 12:00}:00~{index % 12 + 8:00}:00,\"시급 {9_000 + index % 30 * 100:N0}\",{index % 59 + 1}분전");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
