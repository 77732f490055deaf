using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Execution;

/// <summary>Refuses a document by its size alone, before anything looks at what it asks for.</summary>
internal static class DocumentLimits
{
    /// <summary>Null if every operation is within the limits.</summary>
    public static GraphQLError? FindExcess(DocumentNode document, GraphQLEngineOptions options)
    {
        foreach (var (operation, size) in OperationSize.OfEach(document))
        {
            if (Describe(size, options) is var (code, message, limit))
            {
                return new GraphQLError(message)
                {
                    Locations = [operation.Location],
                    Code = code,
                    Extensions = new Dictionary<string, object?> { ["limit"] = limit },
                };
            }
        }

        return null;
    }

    private static (string Code, string Message, int Limit)? Describe(OperationSize size, GraphQLEngineOptions options)
    {
        if (size.TopFields > options.MaxRootFields)
        {
            return (ErrorCodes.TooManyRootFields,
                $"The operation has {size.TopFields} root fields; {options.MaxRootFields} are allowed.", options.MaxRootFields);
        }

        if (size.Aliases > options.MaxAliases)
        {
            return (ErrorCodes.TooManyAliases,
                $"The operation has {size.Aliases} aliases; {options.MaxAliases} are allowed.", options.MaxAliases);
        }

        if (size.Depth > options.MaxDepth)
        {
            return (ErrorCodes.OperationTooDeep,
                $"The operation is {size.Depth} fields deep; {options.MaxDepth} are allowed.", options.MaxDepth);
        }

        if (size.Fields > options.MaxFields)
        {
            return (ErrorCodes.TooManyFields,
                $"The operation selects {size.Fields} fields; {options.MaxFields} are allowed.", options.MaxFields);
        }

        return null;
    }
}
