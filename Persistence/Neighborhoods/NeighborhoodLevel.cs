namespace Jobs.Persistence;

/// <summary>The three levels of Korean administrative areas.</summary>
public enum NeighborhoodLevel
{
    Sido,
    Sigungu,
    Dong,
}
