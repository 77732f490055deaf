namespace Jobs.Schema;

/// <summary>What the deciding side wrote to the other.</summary>
public static class DecisionNote
{
    public const int LengthMax = 1_000;

    public static string? Of(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null : text.Trim() is var note && note.Length > LengthMax ? note[..LengthMax] : note;
}
