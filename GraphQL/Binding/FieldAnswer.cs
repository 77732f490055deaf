using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Jobs.GraphQL.Binding;

/// <summary>Brings what a method returns (a value, a task, a value task) into the one form that the executor takes.</summary>
internal static class FieldAnswer
{
    private static readonly ConstructorInfo Done = typeof(ValueTask<object?>).GetConstructor([typeof(object)])!;

    /// <summary>What is declared as the value: inside a task, its result.</summary>
    public static NullabilityInfo ValueOf(NullabilityInfo declared) =>
        IsTask(declared.Type) ? declared.GenericTypeArguments[0] : declared;

    public static bool IsTask(Type type) =>
        type.IsGenericType
        && type.GetGenericTypeDefinition() is var open && (open == typeof(Task<>) || open == typeof(ValueTask<>));

    public static Expression Of(Expression call)
    {
        if (AsyncSource.IsIn(call.Type)) return AsyncSource.AnswerOf(call);
        if (!IsTask(call.Type)) return Expression.New(Done, Expression.Convert(call, typeof(object)));
        var name = call.Type.GetGenericTypeDefinition() == typeof(Task<>) ? nameof(OfTask) : nameof(OfValueTask);
        var method = typeof(FieldAnswer).GetMethod(name, BindingFlags.NonPublic | BindingFlags.Static)!;
        return Expression.Call(method.MakeGenericMethod(call.Type.GetGenericArguments()), call);
    }

    private static ValueTask<object?> OfTask<T>(Task<T> task) =>
        task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : AwaitTask(task);

    private static ValueTask<object?> OfValueTask<T>(ValueTask<T> task) =>
        task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : AwaitValueTask(task);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<object?> AwaitTask<T>(Task<T> task) => await task;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private static async ValueTask<object?> AwaitValueTask<T>(ValueTask<T> task) => await task;
}
