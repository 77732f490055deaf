using System.Net.Http.Headers;
using System.Text;
using GraphQL;
using GraphQL.Client.Abstractions;
using Newtonsoft.Json;
using Newtonsoft.Json.Converters;
using Newtonsoft.Json.Linq;

namespace Jobs.Clients;

/// <summary>Sends requests by POST, as the person of the token.</summary>
public sealed class GraphQLClient(Uri url, string token) : IGraphQLClient, IDisposable
{
    // Null is left out: of a @oneOf input exactly one member may be there, and an argument's default wants it absent.
    private static readonly JsonSerializerSettings Settings = new()
    {
        NullValueHandling = NullValueHandling.Ignore,
        Converters = { new StringEnumConverter(), new TypeByName() },
    };

    private readonly HttpClient http = new()
    {
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
    };

    public Task<GraphQLResponse<T>> SendQueryAsync<T>(GraphQLRequest request, CancellationToken cancellationToken) =>
        SendAsync<T>(request, cancellationToken);

    public Task<GraphQLResponse<T>> SendMutationAsync<T>(GraphQLRequest request, CancellationToken cancellationToken) =>
        SendAsync<T>(request, cancellationToken);

    public void Dispose() => http.Dispose();

    private async Task<GraphQLResponse<T>> SendAsync<T>(GraphQLRequest request, CancellationToken cancellationToken)
    {
        var body = JsonConvert.SerializeObject(request, Settings);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(url, content, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return JsonConvert.DeserializeObject<GraphQLResponse<T>>(text, Settings);
    }

    /// <summary>Reads what the contract has an interface for as the class that <c>__typename</c> names.</summary>
    private sealed class TypeByName : JsonConverter
    {
        public override bool CanWrite => false;

        public override bool CanConvert(Type type) => type.IsInterface && type.DeclaringType == typeof(Contract);

        public override object ReadJson(JsonReader reader, Type type, object existing, JsonSerializer serializer)
        {
            if (reader.TokenType == JsonToken.Null) return null;
            var json = JObject.Load(reader);
            var name = (string)json["__typename"];
            return json.ToObject(typeof(Contract).GetNestedType(name ?? "")
                ?? throw new JsonSerializationException($"The contract has no type \"{name}\"."), serializer);
        }

        public override void WriteJson(JsonWriter writer, object value, JsonSerializer serializer) =>
            throw new NotSupportedException();
    }
}
