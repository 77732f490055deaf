namespace Jobs.Api.Triage;

/// <summary>The errors that an instance knows: so many, and for a further one that which was not seen for longest goes.</summary>
internal sealed class RecentErrors(int max)
{
    private readonly Dictionary<string, LinkedListNode<CountedError>> known = [];
    private readonly LinkedList<CountedError> bySighting = []; // The last one seen comes last.

    public int Count => known.Count;

    public IEnumerable<CountedError> All => bySighting;

    /// <summary>Null: it is not known, or not any more.</summary>
    public CountedError? Find(string id) => known.TryGetValue(id, out var node) ? node.Value : null;

    /// <returns>Whether it was not known.</returns>
    public bool See(ErrorFingerprint fingerprint, DateTimeOffset at, out CountedError error)
    {
        var isNew = !known.TryGetValue(fingerprint.Id, out var node);
        if (isNew)
        {
            if (known.Count >= max)
            {
                known.Remove(bySighting.First!.Value.Fingerprint.Id);
                bySighting.RemoveFirst();
            }
            known[fingerprint.Id] = node = bySighting.AddLast(new CountedError(fingerprint, at));
        }
        else if (node!.Next is not null)
        {
            bySighting.Remove(node);
            bySighting.AddLast(node);
        }
        error = node!.Value;
        return isNew;
    }
}
