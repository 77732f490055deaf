using System.Linq.Expressions;
using System.Reflection;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Binding;

/// <summary>
/// Finds and checks what answers one field, a resolver method or else a property of the CLR type. It is compiled when the field is
/// first planned.
/// </summary>
internal sealed class FieldBinding(
    ObjectType type, FieldDefinition definition, Type? parentType, TypeFit fit, Func<Type, bool> isService, List<string> problems)
{
    private static readonly ParameterExpression Context = Expression.Parameter(typeof(ResolverContext), "context");

    private static readonly MemberExpression ParentInContext = Expression.Property(Context, nameof(ResolverContext.Parent));

    private readonly NullabilityInfoContext _nullability = new();
    private readonly int _problemsBefore = problems.Count;

    private string NoProperty => parentType is null ? "" : $"{CSharpName.Of(parentType)} has no such property, and ";

    private string Coordinate => $"{type.Name}.{definition.Name}";

    public void Bind(MethodInfo? method)
    {
        if (method is not null)
            BindMethod(method);
        else if (parentType is not null && PropertyOf(parentType) is { } property)
            BindProperty(property);
        else
            problems.Add($"{Coordinate}: {definition.Type}: {NoProperty}no method answers it.");
    }

    /// <summary>For a root field of subscriptions: the method makes the events, and each event is the field's value.</summary>
    public void BindEvents(MethodInfo? method)
    {
        if (method is null)
        {
            problems.Add($"{Coordinate}: {definition.Type}: no method answers it.");
            return;
        }

        var declared = FieldAnswer.ValueOf(_nullability.Create(method.ReturnParameter));
        if (AsyncSource.ItemOf(declared) is { } @event)
            CheckOutput(@event, CSharpName.Of(method));
        else
            problems.Add($"{Coordinate}: {CSharpName.Of(method)} ({CSharpName.Of(declared)}) makes no events; "
                + "a subscription field is answered by an IAsyncEnumerable<T>.");
        if (CallOf(method, parent: ParentInContext) is not { } call) return;
        definition.Subscriber = Expression.Lambda<FieldSubscriber>(AsyncSource.Of(call), Context).Compile();
        definition.Resolver = static context => new ValueTask<object?>(context.Parent);
    }

    private void BindProperty(PropertyInfo property)
    {
        if (definition.Arguments.Count > 0)
            problems.Add($"{Coordinate}: has arguments, but is answered by the property {CSharpName.Of(property)}.");
        CheckOutput(_nullability.Create(property), CSharpName.Of(property));
        var parent = Expression.Parameter(typeof(object), "parent");
        var read = Expression.Property(Expression.Convert(parent, parentType!), property);
        Compile(read, parent);
    }

    private void BindMethod(MethodInfo method)
    {
        CheckFieldOutput(FieldAnswer.ValueOf(_nullability.Create(method.ReturnParameter)), CSharpName.Of(method));
        var isAnsweredByParent =
            parentType is not null && method.GetParameters().Length == 1
            && !FieldAnswer.IsTask(method.ReturnType) && !AsyncSource.IsIn(method.ReturnType);
        var parent = Expression.Parameter(typeof(object), "parent");
        if (CallOf(method, isAnsweredByParent ? parent : ParentInContext) is not { } call) return;
        if (isAnsweredByParent)
            Compile(call, parent);
        else
            definition.CompileLater(() => new(Resolver: Expression.Lambda<FieldResolver>(FieldAnswer.Of(call), Context).Compile()));
    }

    /// <summary>The method with a value for each parameter; null if there are problems.</summary>
    private MethodCallExpression? CallOf(MethodInfo method, Expression parent)
    {
        var parameters = method.GetParameters();
        var given = new HashSet<string>(StringComparer.Ordinal);
        var arguments = parameters.Select(Expression? (parameter, index) =>
            index == 0 && parentType is not null
                ? ParentOf(method, parameter, parent)
                : ValueOf(method, parameter, given)).ToList();
        if (parameters.Length == 0 && parentType is not null)
            problems.Add($"{Coordinate}: {CSharpName.Of(method)} takes no {CSharpName.Of(parentType)}, whose field it answers.");
        problems.AddRange(definition.Arguments.Where(argument => !given.Contains(argument.Name)).Select(argument =>
            $"{Coordinate}({argument.Name}:): {CSharpName.Of(method)} has no parameter for it."));
        return problems.Count > _problemsBefore ? null : Expression.Call(method, arguments!);
    }

    private void Compile(Expression value, ParameterExpression parent)
    {
        if (problems.Count > _problemsBefore) return;
        definition.CompileLater(() => new(
            Getter: Expression.Lambda<Func<object, object?>>(Expression.Convert(value, typeof(object)), parent).Compile(),
            Read: SlotReading.Of(value, parent, definition.Type)));
    }

    /// <summary>A list may arrive item by item.</summary>
    private void CheckFieldOutput(NullabilityInfo declared, string member)
    {
        if (definition.Type.NullableType is ListType list && AsyncSource.ItemOf(declared) is { } item)
            CheckOutput(item, list.ItemType, member);
        else
            CheckOutput(declared, definition.Type, member);
    }

    private void CheckOutput(NullabilityInfo declared, string member) => CheckOutput(declared, definition.Type, member);

    private void CheckOutput(NullabilityInfo declared, GraphQLType type, string member)
    {
        if (fit.Output(declared, type) is { } misfit)
            problems.Add($"{Coordinate}: {definition.Type}: {member} ({CSharpName.Of(declared)}) {misfit}.");
    }

    private UnaryExpression? ParentOf(MethodInfo method, ParameterInfo parameter, Expression parent)
    {
        if (parameter.ParameterType.IsAssignableFrom(parentType)) return Expression.Convert(parent, parameter.ParameterType);
        problems.Add($"{Coordinate}: the first parameter of {CSharpName.Of(method)} is {CSharpName.Of(parameter.ParameterType)} "
            + $"{parameter.Name}, not the {CSharpName.Of(parentType!)} whose field it answers.");
        return null;
    }

    private Expression? ValueOf(MethodInfo method, ParameterInfo parameter, HashSet<string> given)
    {
        var clrType = parameter.ParameterType;
        var name = CSharpName.InSdl(parameter, parameter.Name!);
        var index = definition.Arguments.ToList().FindIndex(argument => argument.Name == name);
        if (index >= 0)
        {
            given.Add(definition.Arguments[index].Name);
            return ArgumentOf(method, parameter, index);
        }

        if (clrType == typeof(CancellationToken)) return Expression.Property(Context, nameof(ResolverContext.CancellationToken));
        if (clrType == typeof(ResolverContext)) return Context;
        if (clrType == typeof(FieldSelection)) return Expression.Property(Context, nameof(ResolverContext.Selection));
        if (isService(clrType))
            return Expression.Call(Context, nameof(ResolverContext.Service), [clrType]);
        problems.Add($"{Coordinate}: the parameter {CSharpName.Of(clrType)} {parameter.Name} of {CSharpName.Of(method)} "
            + "is neither an argument nor a service.");
        return null;
    }

    private Expression? ArgumentOf(MethodInfo method, ParameterInfo parameter, int index)
    {
        var argument = definition.Arguments[index];
        var declared = _nullability.Create(parameter);
        if (fit.Input(InputConversion.WithoutOptional(declared), argument.Type, argument.DefaultValue is not null) is { } misfit)
        {
            problems.Add($"{Coordinate}({argument.Name}:): {argument.Type}: the parameter of {CSharpName.Of(method)} {misfit}.");
            return null;
        }

        var position = Expression.Constant(index);
        var value = Expression.Call(Context, nameof(ResolverContext.ArgumentAt), null, position);
        var isGiven = Expression.Call(Context, nameof(ResolverContext.IsArgumentGiven), null, position);
        return InputConversion.IsOptional(declared.Type)
            ? InputConversion.OrAbsent(isGiven, value, declared.Type, $"`{argument.Name}`")
            : InputConversion.Of(value, declared.Type, $"`{argument.Name}`");
    }

    /// <summary>
    /// The most derived property of that name. Reflected from the type itself: only then is it known whether the type arguments
    /// that it gives to generic base classes may be null.
    /// </summary>
    private PropertyInfo? PropertyOf(Type clrType) =>
        clrType.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0
                && CSharpName.InSdl(property, property.Name) == definition.Name)
            .MaxBy(property => BasesOf(property.DeclaringType!).Count());

    private static IEnumerable<Type> BasesOf(Type type)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
            yield return current;
    }
}
