namespace Jobs.GraphQL;

/// <summary>How many letters to insert, remove, replace or swap with their neighbour to turn one name into another.</summary>
/// <remarks>A difference in case only counts as one edit, whatever its length.</remarks>
internal sealed class LexicalDistance(string input)
{
    private readonly string _input = input.ToLowerInvariant();

    /// <summary>Null if more than the given number of edits are needed.</summary>
    public int? To(string option, int distanceMax)
    {
        if (option == input) return 0;
        var lower = option.ToLowerInvariant();
        if (lower == _input) return 1;

        var (longer, shorter) = lower.Length < _input.Length ? (_input, lower) : (lower, _input);
        if (longer.Length - shorter.Length > distanceMax) return null;

        // Three rows suffice: a swap looks two rows back.
        var (beforeLast, last, current) = (new int[shorter.Length + 1], new int[shorter.Length + 1], new int[shorter.Length + 1]);
        for (var column = 0; column <= shorter.Length; column++)
            last[column] = column;

        for (var row = 1; row <= longer.Length; row++)
        {
            var smallest = current[0] = row;
            for (var column = 1; column <= shorter.Length; column++)
            {
                var replacement = longer[row - 1] == shorter[column - 1] ? 0 : 1;
                var edits = Math.Min(Math.Min(last[column] + 1, current[column - 1] + 1), last[column - 1] + replacement);
                if (row > 1 && column > 1 && longer[row - 1] == shorter[column - 2] && longer[row - 2] == shorter[column - 1])
                    edits = Math.Min(edits, beforeLast[column - 2] + 1);
                current[column] = edits;
                smallest = Math.Min(smallest, edits);
            }

            if (smallest > distanceMax) return null;
            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[shorter.Length] <= distanceMax ? last[shorter.Length] : null;
    }
}
