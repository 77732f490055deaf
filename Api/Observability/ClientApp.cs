using Jobs.Experiments;

namespace Jobs.Api.Observability;

/// <summary>The board's own apps among the clients: only of them is the platform known.</summary>
public static class ClientApp
{
    private const string Prefix = "jobs-";

    /// <summary>Whom flags are evaluated for, as far as the headers tell; a sign-in adds the person.</summary>
    public static FlagSubject Subject(ClientIdentity client) => client.Name switch
    {
        Prefix + "ios" or Prefix + "android" or Prefix + "web" => new FlagSubject(client.Name[Prefix.Length..], client.Version),
        _ => new FlagSubject(),
    };
}
