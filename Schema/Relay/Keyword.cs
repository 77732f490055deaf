namespace Jobs.Schema;

/// <summary>Words that a list is searched for.</summary>
public static class Keyword
{
    public const int LengthMax = 100;

    /// <exception cref="GraphQLException">BAD_USER_INPUT: too long, or no text that a row could hold.</exception>
    public static string? Check(string? keyword, string argument) =>
        keyword is null || (keyword.Length <= LengthMax && !keyword.Any(FieldProblems.IsUnprintable))
            ? keyword
            : throw new GraphQLException(
                $"`{argument}` may have {LengthMax} characters, and no control characters.", ErrorCodes.BadUserInput);
}
