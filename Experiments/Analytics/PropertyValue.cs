using System.Runtime.CompilerServices;

namespace Jobs.Experiments;

/// <summary>A value that an event may carry. Text is what the board itself calls things: never what a person wrote.</summary>
public readonly struct PropertyValue
{
    private PropertyValue(PropertyKind kind, long number, string? text) => (Kind, Number, Text) = (kind, number, text);

    internal PropertyKind Kind { get; }

    internal long Number { get; }

    internal string? Text { get; }

    public static PropertyValue Of(string text) => new(PropertyKind.Text, 0, text);

    public static PropertyValue Of(long number) => new(PropertyKind.Number, number, null);

    public static PropertyValue Of(bool flag) => new(PropertyKind.Flag, flag ? 1 : 0, null);

    public static implicit operator PropertyValue(string text) => Of(text);

    public static implicit operator PropertyValue(long number) => Of(number);

    public static implicit operator PropertyValue(int number) => Of(number);

    public static implicit operator PropertyValue(bool flag) => Of(flag);
}

internal enum PropertyKind
{
    Text,
    Number,
    Flag,
}

/// <summary>The values of one event in the order of its definition, within the event itself: no list is allocated.</summary>
[InlineArray(EventDefinition.PropertiesMax)]
internal struct PropertyValues
{
    private PropertyValue first;
}
