using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jobs.Persistence;

/// <summary>Stores an enum as its GraphQL spelling, so that SQL, logs and the contract show the same word.</summary>
internal sealed class EnumTextConverter<TEnum>() : ValueConverter<TEnum, string>(
    value => EnumText.Of(value), text => EnumText.Parse<TEnum>(text)) where TEnum : struct, Enum;
