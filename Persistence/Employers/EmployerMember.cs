namespace Jobs.Persistence;

/// <summary>A person who may act for an employer.</summary>
public sealed class EmployerMember
{
    public long EmployerId { get; init; }
    public Employer? Employer { get; init; }
    public long UserId { get; init; }
    public User? User { get; init; }
}
