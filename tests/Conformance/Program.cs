using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jobs.Conformance;

var cases = new Dictionary<string, Func<JsonObject, JsonObject>>
{
    ["parse"] = ParseCase.Answer,
    ["validate"] = ValidateCase.Answer,
    ["print"] = PrintCase.Answer,
    ["execute"] = ExecuteCase.Answer,
    ["sdl"] = SdlCase.Answer,
    ["printSchema"] = PrintSchemaCase.Answer,
};

// A deep document is refused by the parser's limit; the big stack only keeps a mistake there from ending the whole run.
var loop = new Thread(Run, maxStackSize: 64 << 20);
loop.Start();
loop.Join();

void Run()
{
    using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
    using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
    var deep = new JsonDocumentOptions { MaxDepth = 1024 };
    var deepToo = new JsonSerializerOptions { MaxDepth = 1024 };
    while (input.ReadLine() is { } line)
    {
        if (line.Length == 0) continue;
        var request = JsonNode.Parse(line, documentOptions: deep)!.AsObject();
        var answer = Answer(request);
        answer["id"] = (int)request["id"]!;
        output.Write(answer.ToJsonString(deepToo));
        output.Write('\n');
        output.Flush();
    }
}

JsonObject Answer(JsonObject request)
{
    if (!cases.TryGetValue((string)request["kind"]!, out var answer)) return new JsonObject { ["unsupported"] = true };
#pragma warning disable CA1031 // Whatever goes wrong in one case must not end the run: the runner counts it as a failed case.
    try
    {
        return answer(request);
    }
    catch (Exception e)
    {
        return new JsonObject { ["internalError"] = e.ToString() };
    }
#pragma warning restore CA1031
}
