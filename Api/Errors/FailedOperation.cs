using Jobs.GraphQL;
using Jobs.GraphQL.Language;
using Jobs.Persistence;

namespace Jobs.Api.Errors;

/// <summary>The errors of one result, one for each exception; what clients did wrong is not among them.</summary>
public static class FailedOperation
{
    private const int PathsMax = 20;
    private const string TimedOut = "ExecutionTimeout";

    /// <param name="result">With the exceptions still beside its errors.</param>
    /// <param name="services">Those of the operation's scope, which know the viewer.</param>
    public static IEnumerable<CaughtError> ErrorsOf(GraphQLResult result, IServiceProvider services)
    {
        foreach (var errors in result.Errors.Where(IsOurs).GroupBy(error => error.Exception))
        {
            var worst = errors.MaxBy(error => Weight(DamageOf(error, result)))!;
            var damage = DamageOf(worst, result);
            yield return new CaughtError(ErrorSource.Graphql)
            {
                Id = ErrorPresenter.IdOf(worst),
                Exception = worst.Exception,
                Kind = TimedOut,
                Operation = result.OperationName is { } name ? MaskedText.Name(name) : null,
                Paths = [.. errors.Select(error => MaskedText.Path(error.Path)).Distinct().Take(PathsMax)],
                SchemaPath = worst.Failure is { } failure ? [.. failure.Fields.Select(field => field.Definition.Name)] : null,
                Field = worst.Failure?.Field?.ToString(),
                ParentType = worst.Failure?.Field?.ParentType.Name,
                Damage = damage,
                // A mutation that breaks has not stored what it was sent, as far as anybody can know.
                IsDataLost = result.OperationType == OperationType.Mutation && damage.RequestFailed,
                Viewer = ViewerHash.Of(services),
            };
        }
    }

    public static bool IsOurs(GraphQLError error) => error.Exception is not null || error.Code == ErrorCodes.Timeout;

    private static Damage DamageOf(GraphQLError error, GraphQLResult result) => error.Failure is { } failure
        ? CorePaths.DamageOf(failure, result.Operation)
        : CorePaths.DamageOf(result.Operation?.RootFields ?? []);

    private static int Weight(Damage damage) => (damage.IsCore ? 2 : 0) + (damage.RequestFailed ? 1 : 0);
}
