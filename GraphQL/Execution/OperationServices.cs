using System.Runtime.InteropServices;

namespace Jobs.GraphQL.Execution;

/// <summary>
/// The services that the fields of an operation ask for, each looked up once: a page asks for the same loader for each of its
/// items, and a scope takes a lock to find it.
/// </summary>
/// <remarks>Only for the operation's own queue. There are few of them, so they are looked through in turn.</remarks>
internal sealed class OperationServices(IServiceProvider services)
{
    private readonly List<(Type Type, object Service)> _found = [];

    public object Find(Type type)
    {
        foreach (ref readonly var known in CollectionsMarshal.AsSpan(_found))
            if (known.Type == type) return known.Service;
        var service = services.GetService(type) ?? throw new InvalidOperationException($"The request has no service {type}.");
        _found.Add((type, service));
        return service;
    }
}
