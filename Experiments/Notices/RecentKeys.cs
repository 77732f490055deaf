namespace Jobs.Experiments;

/// <summary>A set that forgets its older half when it is full, so that it never grows without bound.</summary>
public sealed class RecentKeys<TKey>(int keysMax)
    where TKey : notnull
{
    private readonly Lock gate = new();
    private HashSet<TKey> older = [];
    private HashSet<TKey> newer = [];

    /// <summary>False if the key is remembered already.</summary>
    public bool Add(TKey key)
    {
        lock (gate)
        {
            if (older.Contains(key) || !newer.Add(key)) return false;
            if (newer.Count * 2 >= keysMax) (older, newer) = (newer, []);
            return true;
        }
    }

    /// <summary>What was remembered turned out not to have happened.</summary>
    public void Remove(TKey key)
    {
        lock (gate)
        {
            older.Remove(key);
            newer.Remove(key);
        }
    }
}
