using System.Text.Json;

namespace Jobs.GraphQL.Execution;

/// <summary>How deep the lists and objects of a request's variables are nested.</summary>
internal static class VariablesDepth
{
    /// <summary>A variable that is a list of numbers is one deep. Recurses no deeper than what is allowed.</summary>
    public static bool Exceeds(JsonElement variables, int depthMax)
    {
        if (variables.ValueKind != JsonValueKind.Object) return false;
        foreach (var variable in variables.EnumerateObject())
        {
            if (IsDeeper(variable.Value, depthMax)) return true;
        }

        return false;
    }

    private static bool IsDeeper(JsonElement value, int depthLeft)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            if (depthLeft == 0) return true;
            foreach (var item in value.EnumerateArray())
            {
                if (IsDeeper(item, depthLeft - 1)) return true;
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            if (depthLeft == 0) return true;
            foreach (var member in value.EnumerateObject())
            {
                if (IsDeeper(member.Value, depthLeft - 1)) return true;
            }
        }

        return false;
    }
}
