using System.Buffers;
using System.Text;
using System.Text.Json;
using Jobs.GraphQL;
using Jobs.GraphQL.Binding;
using Jobs.GraphQL.DataLoading;

namespace Jobs.EngineBenchmark;

/// <summary>A document that is asked again and again, its answer written to memory each time.</summary>
internal sealed class Request(string query, string? variables = null)
{
    public static readonly GraphQLEngine Engine = GraphQLEngine.Create(
        Board.Sdl,
        new SchemaBinding().AddTypes(typeof(Post), typeof(Employer), typeof(Status))
            .AddResolvers(typeof(BoardQueries), typeof(PostResolvers))
            .IsService(type => type == typeof(EmployerById)));

    private readonly byte[] _query = Encoding.UTF8.GetBytes(query);
    private readonly JsonElement _variables = variables is null ? default : JsonDocument.Parse(variables).RootElement;
    private readonly ArrayBufferWriter<byte> _response = new(1 << 16);

    /// <summary>The bytes of the response.</summary>
    public int Send()
    {
        _response.ResetWrittenCount();
        var answer = Engine.ExecuteAsync(
            new GraphQLRequest { Query = _query, Variables = _variables, Services = new RequestServices() });
        using var result = answer.GetAwaiter().GetResult();
        if (result.Errors.Count > 0) throw new InvalidOperationException(result.Errors[0].Message);
        result.WriteTo(_response);
        return _response.WrittenCount;
    }

    /// <summary>Bytes that become garbage for each byte of the response.</summary>
    public (int ResponseBytes, double GarbagePerByte) Weigh()
    {
        const int Rounds = 200;
        for (var i = 0; i < Rounds; i++) Send();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < Rounds; i++) Send();
        var garbage = GC.GetTotalAllocatedBytes(precise: true) - before;
        var bytes = Send();
        return (bytes, (double)garbage / Rounds / bytes);
    }

    /// <summary>The scope of a request.</summary>
    private sealed class RequestServices : IServiceProvider
    {
        private BatchScheduler? _scheduler;
        private EmployerById? _employers;

        public object? GetService(Type serviceType)
        {
            if (serviceType == typeof(BatchScheduler)) return _scheduler ??= new BatchScheduler();
            return serviceType == typeof(EmployerById) ? _employers ??= new EmployerById(_scheduler!) : null;
        }
    }
}
