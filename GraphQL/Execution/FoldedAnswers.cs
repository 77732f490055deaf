using System.Buffers;
using System.Text;
using Jobs.GraphQL.Cost;
using Jobs.GraphQL.TypeSystem;

namespace Jobs.GraphQL.Execution;

/// <summary>JSON that is written as it is.</summary>
/// <param name="Utf8">The text of a value.</param>
/// <param name="Values">How many values a result has for it, beside the one in whose place it is.</param>
internal sealed record FoldedAnswer(byte[] Utf8, int Values)
{
    /// <summary>What <c>__typename</c> answers.</summary>
    public static FoldedAnswer NameOf(ObjectType type) => new(Encoding.UTF8.GetBytes($"\"{type.Name}\""), Values: 0);
}

/// <summary>
/// Constant folding: what <c>__schema</c> and <c>__type</c> answer depends on the schema and the document alone, so it becomes a
/// part of the plan when a document is executed again. Bounded for all plans of a schema together; the oldest go first.
/// What <c>__typename</c> answers is known when it is planned.
/// </summary>
internal sealed class FoldedAnswers
{
    private const int BytesMax = 4 * 1024 * 1024;
    private const int AnswerBytesMax = BytesMax / 4;
    private const int ResponseBytesMax = 1024;
    private readonly Lock _gate = new();
    private readonly Queue<PlannedField> _folded = new();
    private int _bytes;

    /// <summary>Of all that are folded.</summary>
    public int Bytes => Volatile.Read(ref _bytes);

    /// <summary>Whether a field of the query root is one that may be folded, as far as its definition tells.</summary>
    public static bool MayFold(FieldDefinition definition) =>
        ReferenceEquals(definition, Introspection.Schema) || ReferenceEquals(definition, Introspection.Type);

    /// <summary>The answer of an operation that selects nothing else: there is nothing to execute. Null: there is.</summary>
    /// <param name="options">Of the engine.</param>
    /// <param name="operation">Which may be one that selects nothing else.</param>
    /// <param name="reporting">Whether the response says more than the answer.</param>
    public static GraphQLResult? Answer(GraphQLEngineOptions options, OperationPlan operation, CostReporting reporting)
    {
        if (reporting == CostReporting.None && operation.KnownResponse is { } response) return new GraphQLResult(response, operation);
        if (operation.Variables.Length > 0) return null; // Selections may depend on them.
        var rootFields = operation.RootFieldsFor(CoercedVariables.None);
        if (!Array.TrueForAll(rootFields.Fields, field => field.Folded is not null)) return null;
        var tree = new ResultTree(options, valuesExpected: rootFields.Fields.Length + 1);
        tree.AddRoot(rootFields);
        var bytes = 0;
        for (var ordinal = 0; ordinal < rootFields.Fields.Length; ordinal++)
        {
            var field = rootFields.Fields[ordinal];
            if (field.Folded is { } folded && tree.TryAddFolded(folded, ResultTree.Root, ordinal))
            {
                bytes += field.Key.Length + folded.Utf8.Length; // An alias may be as long as its document.
                continue;
            }

            tree.Return();
            return null;
        }

        var answer = new GraphQLResult(tree, [], operation);
        if (bytes <= ResponseBytesMax) operation.KnownResponse ??= ResponseWriter.Write(answer, tree);
        return answer;
    }

    /// <summary>Called with every complete answer; the first one of a plan is only noted.</summary>
    public void Note(PlannedField field, ResultTree tree, int ordinal, int values)
    {
        if (field.Folded is not null) return;
        if (!field.WasAnswered)
        {
            field.WasAnswered = true;
            return;
        }

        if (!IsConstant(field)) return;
        var text = new ArrayBufferWriter<byte>();
        ResponseWriter.WriteValue(text, tree, tree[ResultTree.Root, ordinal]);
        if (text.WrittenCount <= AnswerBytesMax) Keep(field, new FoldedAnswer(text.WrittenSpan.ToArray(), values));
    }

    private void Keep(PlannedField field, FoldedAnswer answer)
    {
        lock (_gate)
        {
            if (field.Folded is not null) return;
            while (_bytes + answer.Utf8.Length > BytesMax)
            {
                var oldest = _folded.Dequeue();
                _bytes -= oldest.Folded!.Utf8.Length;
                (oldest.Folded, oldest.WasAnswered) = (null, false);
            }

            _bytes += answer.Utf8.Length;
            field.Folded = answer;
            _folded.Enqueue(field);
        }
    }

    /// <summary>No variable takes part, and nothing comes later. What the selections are, execution has found out.</summary>
    private static bool IsConstant(PlannedField field) => field.Arguments.IsConstant && field.Stream is null
        && field.KnownSelections.All(set => !set.IsIncremental && set.Fields.All(IsConstant));
}
