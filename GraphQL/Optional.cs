namespace Jobs.GraphQL;

/// <summary>An input that tells "not given" from "given as null": absent leaves a stored value alone, null clears it.</summary>
public readonly record struct Optional<T>
{
    private readonly T _value;

    public Optional(T value) => (_value, IsSet) = (value, true);

    public bool IsSet { get; }

    /// <summary>The value given; the type's default when none was.</summary>
    public T? Value => _value;

    /// <summary>The value given, or else another one.</summary>
    public T Or(T otherwise) => IsSet ? _value : otherwise;

    public override string ToString() => IsSet ? $"{_value}" : "(not given)";

    public static implicit operator Optional<T>(T value) => new(value);
}
