namespace Jobs.Persistence;

/// <summary>Order of a list of posts; ties are broken by id.</summary>
public enum JobPostSort
{
    Recommended,
    Newest,
    Distance,
    Wage,
    Deadline,
}
