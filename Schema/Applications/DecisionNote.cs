namespace Jobs.Schema;

/// <summary>Why an applicant took an application back, in their words.</summary>
public static class DecisionNote
{
    public const int LengthMax = 1_000;

    /// <summary>What of a text can be kept: withdrawing has no error for a wrong one, and must not fail for it.</summary>
    public static string? Of(string? text)
    {
        var note = string.Concat((text ?? "").Where(character => !FieldProblems.IsUnprintable(character))).Trim();
        if (note.Length > LengthMax) note = note[..(char.IsHighSurrogate(note[LengthMax - 1]) ? LengthMax - 1 : LengthMax)];
        return note.Length == 0 ? null : note;
    }
}
