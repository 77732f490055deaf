namespace Jobs.Persistence;

/// <summary>Who stands behind an employer page.</summary>
public enum EmployerKind
{
    Business,
    Individual,
}
