namespace Jobs.GraphQL.DataLoading;

/// <summary>Loaders of any key and value.</summary>
internal interface ILoadedValues
{
    /// <summary>Forgets every value, so that the next question loads it anew.</summary>
    void Clear();
}
