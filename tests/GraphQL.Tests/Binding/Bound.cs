using System.Buffers;
using System.Text;
using System.Text.Json;
using Jobs.GraphQL.Binding;

namespace Jobs.GraphQL.Tests.Binding;

/// <summary>Schemas bound to the classes nested in a test.</summary>
internal static class Bound
{
    /// <summary>Nested static classes answer fields, the others stand behind types; <see cref="Clock"/> is a service.</summary>
    public static SchemaBinding To(Type test)
    {
        var nested = test.GetNestedTypes();
        return new SchemaBinding()
            .AddResolvers(nested.Where(type => type is { IsAbstract: true, IsSealed: true }))
            .AddTypes(nested.Where(type => type is not { IsAbstract: true, IsSealed: true }))
            .IsService(type => type == typeof(Clock));
    }

    public static IReadOnlyList<string> Problems(string sdl, SchemaBinding binding)
    {
        try
        {
            GraphQLEngine.Create(sdl, binding);
            return [];
        }
        catch (SchemaBindingException exception)
        {
            return exception.Problems;
        }
    }

    public static async Task<string> SendAsync(this GraphQLEngine engine, string query, string variables = "{}")
    {
        using var json = JsonDocument.Parse(variables);
        using var result = await engine.ExecuteAsync(
            new GraphQLRequest { Query = Encoding.UTF8.GetBytes(query), Variables = json.RootElement, Services = new Services() },
            TestContext.Current.CancellationToken);
        var response = new ArrayBufferWriter<byte>();
        result.WriteTo(response);
        return Encoding.UTF8.GetString(response.WrittenSpan);
    }

    private sealed class Services : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(Clock) ? new Clock(2026) : null;
    }
}

/// <summary>A service that resolvers of tests ask for.</summary>
public sealed record Clock(int Year);
