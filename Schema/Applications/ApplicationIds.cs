namespace Jobs.Schema;

/// <summary>The ids of an action on several applications.</summary>
public static class ApplicationIds
{
    public const int Max = 100;

    /// <summary>Distinct keys in the order given, or the problem.</summary>
    public static (IReadOnlyList<long> Ids, ValidationError? Problem) Read(IReadOnlyList<string> ids, RequestLanguage language)
    {
        if (ids.Count is >= 1 and <= Max)
            return ([.. ids.Select(id => GlobalId.Parse(id, NodeType.Application)).Distinct()], null);
        var problems = new FieldProblems(language);
        problems.Add($"1개에서 {Max}개까지 고를 수 있어요.", $"Give 1 to {Max} ids.", "applicationIds");
        return ([], problems.ToError());
    }

    /// <summary>The first id that was not found, as the client wrote it.</summary>
    public static NotFoundError? Missing(IReadOnlyList<long> ids, IEnumerable<Application> found, RequestLanguage language)
    {
        var known = found.Select(application => application.Id).ToHashSet();
        return ids.FirstOrDefault(id => !known.Contains(id)) is var id and not 0 ? new NotFoundError(GlobalId.Of(NodeType.Application, id), language) : null;
    }
}
