namespace Jobs.Schema;

/// <summary>What only product managers and operators may do.</summary>
public static class Operators
{
    /// <exception cref="GraphQLException">UNAUTHENTICATED or FORBIDDEN</exception>
    public static void Require(CurrentViewer viewer)
    {
        _ = viewer.RequiredUserId;
        if (!viewer.IsOperator) throw new GraphQLException("Only product managers may see experiments.", "FORBIDDEN");
    }

    /// <summary>The refusal of a mutation; null: they may.</summary>
    public static ForbiddenError? Refuse(CurrentViewer viewer, RequestLanguage language)
    {
        _ = viewer.RequiredUserId;
        return viewer.IsOperator
            ? null
            : new ForbiddenError(language.Say("실험은 프로덕트 매니저만 다룰 수 있어요.", "Only product managers may do this."));
    }
}
