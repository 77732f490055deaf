using System.Linq.Expressions;
using System.Reflection;

namespace Jobs.GraphQL.Binding;

/// <summary>Brings what a subscription's method returns into the one form that the engine takes.</summary>
internal static class EventSource
{
    /// <summary>What an event is declared as; null if the type makes no events.</summary>
    public static NullabilityInfo? EventOf(NullabilityInfo declared) =>
        IsEvents(declared.Type) ? declared.GenericTypeArguments[0] : null;

    public static Expression Of(Expression call)
    {
        var isTask = FieldAnswer.IsTask(call.Type);
        var events = isTask ? call.Type.GetGenericArguments()[0] : call.Type;
        var name = !isTask ? nameof(OfEvents)
            : call.Type.GetGenericTypeDefinition() == typeof(Task<>) ? nameof(OfTaskAsync) : nameof(OfValueTaskAsync);
        var method = typeof(EventSource).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
        return Expression.Call(method.MakeGenericMethod(events.GetGenericArguments()), call);
    }

    private static bool IsEvents(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>);

    private static ValueTask<IAsyncEnumerable<object?>> OfEvents<T>(IAsyncEnumerable<T> events) => new(Boxed(events));

    private static async ValueTask<IAsyncEnumerable<object?>> OfTaskAsync<T>(Task<IAsyncEnumerable<T>> events) =>
        Boxed(await events);

    private static async ValueTask<IAsyncEnumerable<object?>> OfValueTaskAsync<T>(ValueTask<IAsyncEnumerable<T>> events) =>
        Boxed(await events);

    private static IAsyncEnumerable<object?> Boxed<T>(IAsyncEnumerable<T> events) =>
        events as IAsyncEnumerable<object?> ?? new BoxedEvents<T>(events);

    /// <summary>References convert by themselves, numbers and other values do not.</summary>
    private sealed class BoxedEvents<T>(IAsyncEnumerable<T> events) : IAsyncEnumerable<object?>
    {
        public IAsyncEnumerator<object?> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
            new Enumerator(events.GetAsyncEnumerator(cancellationToken));

        private sealed class Enumerator(IAsyncEnumerator<T> events) : IAsyncEnumerator<object?>
        {
            public object? Current => events.Current;

            public ValueTask<bool> MoveNextAsync() => events.MoveNextAsync();

            public ValueTask DisposeAsync() => events.DisposeAsync();
        }
    }
}
