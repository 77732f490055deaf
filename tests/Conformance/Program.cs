using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Jobs.Conformance;
using Jobs.Conformance.Checking;

// Without arguments an adapter that the protocol's runner asks; `check FOLDER` asks and judges the cases of a folder itself.
if (args is ["check", var folder]) return CheckRun.Of(folder);

// A deep document is refused by the parser's limit; the big stack only keeps a mistake there from ending the whole run.
var loop = new Thread(Run, maxStackSize: 64 << 20);
loop.Start();
loop.Join();
return 0;

static void Run()
{
    using var input = new StreamReader(Console.OpenStandardInput(), new UTF8Encoding(false));
    using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
    var deep = new JsonDocumentOptions { MaxDepth = 1024 };
    var deepToo = new JsonSerializerOptions { MaxDepth = 1024 };
    while (input.ReadLine() is { } line)
    {
        if (line.Length == 0) continue;
        var request = JsonNode.Parse(line, documentOptions: deep)!.AsObject();
        var answer = Adapter.Answer(request);
        answer["id"] = (int)request["id"]!;
        output.Write(answer.ToJsonString(deepToo));
        output.Write('\n');
        output.Flush();
    }
}
