using System.Runtime.CompilerServices;
using Jobs.GraphQL;
using Jobs.GraphQL.Subscriptions;

namespace Jobs.Api.Tests.WebSockets;

/// <summary>Something said in a room.</summary>
public sealed record Said(string Text);

/// <summary>The fields of <c>Query</c>.</summary>
public static class LiveQueries
{
    public static string Hello() => "world";

    public static string Viewer(Visit visit) => visit.Viewer;

    public static string? Broken() => throw new InvalidOperationException("secret");

    public static async Task<string> Wait(Visits visits, CancellationToken cancellationToken)
    {
        visits.Waiting.TrySetResult();
        return await visits.WaitingEnds.Task.WaitAsync(cancellationToken);
    }
}

/// <summary>The fields of <c>Mutation</c>.</summary>
public static class LiveMutations
{
    public static bool Say(string room, string text, Topic<string, Said> rooms)
    {
        rooms.Publish(room, new Said(text));
        return true;
    }
}

/// <summary>Fields of <c>Said</c>.</summary>
public static class SaidResolvers
{
    public static int Visit(Said said, Visit visit) => visit.Number;
}

/// <summary>The fields of <c>Subscription</c>.</summary>
public static class LiveSubscriptions
{
    public static IAsyncEnumerable<Said> Said(
        string room, Topic<string, Said> rooms, CancellationToken cancellationToken) =>
        rooms.SubscribeAsync(room, cancellationToken);

    /// <summary>Events as fast as they are asked for.</summary>
    public static IAsyncEnumerable<string> Flood(
        string name, int events, int characters, Floods floods, CancellationToken cancellationToken) =>
        floods.SubscribeAsync(name, events, characters, cancellationToken);

    public static IAsyncEnumerable<string> Refused() => throw new GraphQLException("Not you.", "FORBIDDEN");

    public static async IAsyncEnumerable<string> Broken([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        yield return "one";
        throw new InvalidOperationException("secret");
    }
}
