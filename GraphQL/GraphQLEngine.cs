using Jobs.GraphQL.Binding;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL;

/// <summary>A schema with the code behind it, ready to execute requests. One per process; safe for any number of threads.</summary>
public sealed class GraphQLEngine
{
    private GraphQLEngine(GraphQLSchema schema) => Schema = schema;

    public GraphQLSchema Schema { get; }

    /// <summary>Builds the schema and binds it.</summary>
    /// <exception cref="SchemaBindingException">The SDL is wrong, or the code does not fit it; with all problems.</exception>
    public static GraphQLEngine Create(string sdl, SchemaBinding binding, GraphQLEngineOptions? options = null) =>
        throw new NotImplementedException();

    /// <summary>Executes a request. What is wrong with it is in the result.</summary>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    public Task<GraphQLResult> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken = default) =>
        throw new NotImplementedException();
}
