namespace Jobs.Persistence;

/// <summary>How sure the board is who the employer is.</summary>
public enum VerificationLevel
{
    None,
    Person,
    Business,
}
