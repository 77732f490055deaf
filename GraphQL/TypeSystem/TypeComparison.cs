namespace Jobs.GraphQL.TypeSystem;

/// <summary>Whether one type can stand for another.</summary>
public static class TypeComparison
{
    /// <summary>The same named type in the same wrappers.</summary>
    public static bool IsSameAs(this GraphQLType type, GraphQLType other)
    {
        while (true)
        {
            switch (type, other)
            {
                case (ListType list, ListType otherList):
                    (type, other) = (list.ItemType, otherList.ItemType);
                    break;
                case (NonNullType nonNull, NonNullType otherNonNull):
                    (type, other) = (nonNull.OfType, otherNonNull.OfType);
                    break;
                default:
                    return type == other;
            }
        }
    }

    /// <summary>Every value of the type is one of the other: narrower, or without null.</summary>
    /// <remarks>https://spec.graphql.org/September2025/#IsSubType()</remarks>
    public static bool IsSubtypeOf(this GraphQLType type, GraphQLType other)
    {
        while (true)
        {
            switch (type, other)
            {
                case (NonNullType nonNull, NonNullType otherNonNull):
                    (type, other) = (nonNull.OfType, otherNonNull.OfType);
                    break;
                case (NonNullType nonNull, _):
                    type = nonNull.OfType;
                    break;
                case (ListType list, ListType otherList):
                    (type, other) = (list.ItemType, otherList.ItemType);
                    break;
                case (FieldsType implementer, InterfaceType @interface) when implementer.Implements(@interface):
                    return true;
                case (FieldsType member, UnionType union): // By name: whether it may be listed is another question.
                    return union.MemberNodes().Any(node => node.Name.Value == member.Name);
                default:
                    return type == other;
            }
        }
    }
}
