namespace Jobs.Schema;

/// <summary>The ids of an action on several applications.</summary>
public static class ApplicationIds
{
    public const int Max = 100;

    /// <summary>Distinct keys in the order given.</summary>
    public static IReadOnlyList<long> Read(IReadOnlyList<string> ids, FieldProblems problems)
    {
        if (ids.Count is >= 1 and <= Max) return [.. ids.Select(id => GlobalId.Parse(id, NodeType.Application)).Distinct()];
        problems.Add($"1개에서 {Max}개까지 고를 수 있어요.", $"Give 1 to {Max} ids.", "applicationIds");
        return [];
    }

    /// <summary>The first id that was not found, as the client wrote it.</summary>
    public static NotFoundError? Missing(IReadOnlyList<long> ids, IEnumerable<Application> found, RequestLanguage language)
    {
        var known = found.Select(application => application.Id).ToHashSet();
        return ids.Where(id => !known.Contains(id)).Cast<long?>().FirstOrDefault() is { } id
            ? new NotFoundError(GlobalId.Of(NodeType.Application, id), language) : null;
    }
}
