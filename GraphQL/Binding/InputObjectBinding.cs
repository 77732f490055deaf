using System.Linq.Expressions;
using System.Reflection;
using Jobs.GraphQL.Execution;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Binding;

/// <summary>Compiles how an input object becomes a record or class: by its constructor, then its settable properties.</summary>
internal sealed class InputObjectBinding(InputObjectType type, Type clrType, TypeFit fit, List<string> problems)
{
    private readonly NullabilityInfoContext _nullability = new();
    private readonly ParameterExpression _fields = Expression.Parameter(typeof(IReadOnlyDictionary<string, object?>), "fields");
    private readonly HashSet<string> _bound = new(StringComparer.Ordinal);

    public void Bind()
    {
        var constructor = clrType.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length);
        if (constructor is null || clrType.IsAbstract)
        {
            problems.Add($"{type.Name}: {CSharpName.Of(clrType)} has no public constructor.");
            return;
        }

        var arguments = constructor.GetParameters().Select(ArgumentOf).ToList();
        var members = Properties().ToList();
        problems.AddRange(type.Fields.Where(field => !_bound.Contains(field.Name)).Select(field =>
            $"{type.Name}.{field.Name}: {field.Type}: "
            + $"{CSharpName.Of(clrType)} has no constructor parameter or settable property for it."));
        if (arguments.Contains(null)) return;
        var instance = Expression.MemberInit(Expression.New(constructor, arguments!), members);
        var factory = Expression.Lambda<InputObjectFactory>(Expression.Convert(instance, typeof(object)), _fields);
        var compiled = new Lazy<InputObjectFactory>(factory.Compile);
        type.CreateInstance = fields => compiled.Value(fields);
    }

    private Expression? ArgumentOf(ParameterInfo parameter)
    {
        var name = CSharpName.InSdl(parameter, parameter.Name!);
        if (type.Fields.Find(name) is { } field)
            return ValueOf(field, _nullability.Create(parameter), $"{CSharpName.Of(clrType)}({parameter.Name})");
        if (parameter.HasDefaultValue) return Expression.Constant(parameter.DefaultValue, parameter.ParameterType);
        problems.Add($"{type.Name}: the parameter {parameter.Name} of {CSharpName.Of(clrType)} is no field of it.");
        return null;
    }

    private IEnumerable<MemberBinding> Properties()
    {
        foreach (var property in clrType.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = CSharpName.InSdl(property, property.Name);
            if (property.SetMethod is not { IsPublic: true } || _bound.Contains(name)) continue;
            if (type.Fields.Find(name) is not { } field) continue;
            yield return Expression.Bind(property, ValueOf(field, _nullability.Create(property), CSharpName.Of(property)));
        }
    }

    private Expression ValueOf(InputValueDefinition field, NullabilityInfo declared, string member)
    {
        _bound.Add(field.Name);
        var isOptional = InputConversion.IsOptional(declared.Type);
        if (fit.Input(InputConversion.WithoutOptional(declared), field.Type, field.DefaultValue is not null) is { } misfit)
        {
            problems.Add($"{type.Name}.{field.Name}: {field.Type}: {member} {misfit}.");
            return Expression.Default(declared.Type);
        }

        var name = Expression.Constant(field.Name);
        var value = Expression.Call(Getter, _fields, name);
        return isOptional
            ? InputConversion.OrAbsent(Expression.Call(_fields, ContainsKey, name), value, declared.Type, field.Name)
            : InputConversion.Of(value, declared.Type, $"`{field.Name}`");
    }

    private static readonly MethodInfo Getter =
        typeof(InputObjectBinding).GetMethod(nameof(ValueOrNull), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static readonly MethodInfo ContainsKey =
        typeof(IReadOnlyDictionary<string, object?>).GetMethod(nameof(IReadOnlyDictionary<string, object?>.ContainsKey))!;

    private static object? ValueOrNull(IReadOnlyDictionary<string, object?> fields, string name) =>
        fields.GetValueOrDefault(name);
}
