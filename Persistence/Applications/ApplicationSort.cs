namespace Jobs.Persistence;

/// <summary>Order of a list of applications; ties are broken by id.</summary>
public enum ApplicationSort
{
    Newest,
    Oldest,
    UnreadFirst,
}
