using System.Linq.Expressions;
using System.Reflection;

namespace Jobs.GraphQL.Binding;

/// <summary>Brings an <see cref="IAsyncEnumerable{T}"/> of events or items into the one form that the engine takes.</summary>
internal static class AsyncSource
{
    /// <summary>What an event or an item is declared as; null if the type is no such source.</summary>
    public static NullabilityInfo? ItemOf(NullabilityInfo declared) =>
        IsSource(declared.Type) ? declared.GenericTypeArguments[0] : null;

    /// <summary>Whether a method returns such a source, at once or in a task.</summary>
    public static bool IsIn(Type type) => IsSource(FieldAnswer.IsTask(type) ? type.GetGenericArguments()[0] : type);

    /// <summary>The source as the value of a list field.</summary>
    public static Expression AnswerOf(Expression call) =>
        Expression.Call(typeof(AsyncSource), nameof(AsAnswerAsync), null, Of(call));

    public static Expression Of(Expression call)
    {
        var isTask = FieldAnswer.IsTask(call.Type);
        var items = isTask ? call.Type.GetGenericArguments()[0] : call.Type;
        var name = !isTask ? nameof(OfItems)
            : call.Type.GetGenericTypeDefinition() == typeof(Task<>) ? nameof(OfTaskAsync) : nameof(OfValueTaskAsync);
        var method = typeof(AsyncSource).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
        return Expression.Call(method.MakeGenericMethod(items.GetGenericArguments()), call);
    }

    private static bool IsSource(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>);

    private static async ValueTask<object?> AsAnswerAsync(ValueTask<IAsyncEnumerable<object?>> source) => await source;

    private static ValueTask<IAsyncEnumerable<object?>> OfItems<T>(IAsyncEnumerable<T> items) => new(Boxed(items));

    private static async ValueTask<IAsyncEnumerable<object?>> OfTaskAsync<T>(Task<IAsyncEnumerable<T>> items) =>
        Boxed(await items);

    private static async ValueTask<IAsyncEnumerable<object?>> OfValueTaskAsync<T>(ValueTask<IAsyncEnumerable<T>> items) =>
        Boxed(await items);

    private static IAsyncEnumerable<object?> Boxed<T>(IAsyncEnumerable<T> items) =>
        items as IAsyncEnumerable<object?> ?? new BoxedItems<T>(items);

    /// <summary>References convert by themselves, numbers and other values do not.</summary>
    private sealed class BoxedItems<T>(IAsyncEnumerable<T> items) : IAsyncEnumerable<object?>
    {
        public IAsyncEnumerator<object?> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
            new Enumerator(items.GetAsyncEnumerator(cancellationToken));

        private sealed class Enumerator(IAsyncEnumerator<T> items) : IAsyncEnumerator<object?>
        {
            public object? Current => items.Current;

            public ValueTask<bool> MoveNextAsync() => items.MoveNextAsync();

            public ValueTask DisposeAsync() => items.DisposeAsync();
        }
    }
}
