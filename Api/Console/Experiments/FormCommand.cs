using System.Globalization;

namespace Jobs.Api.WebConsole.Experiments;

/// <summary>What the button that sent an experiment's form asks for. Without a script, adding an arm is one of them.</summary>
public static class FormCommand
{
    public const string Save = "save";
    public const string Preview = "preview";
    public const string Calculate = "calculate";
    public const string AddVariant = "add-variant";
    public const string SplitEqually = "split";
    private const string RemoveVariantPrefix = "remove-variant-";

    public static string RemoveVariant(int index) => $"{RemoveVariantPrefix}{index}";

    /// <summary>True if it changed the form itself and nothing else is wanted.</summary>
    public static bool Apply(ExperimentInput form)
    {
        var variants = form.Variants ??= [];
        switch (form.Command)
        {
            case AddVariant:
                variants.Add(new() { Key = $"treatment-{variants.Count}", Weight = "0", Shows = true });
                return true;
            case SplitEqually:
                Split(variants);
                return true;
            case { } command when command.StartsWith(RemoveVariantPrefix, StringComparison.Ordinal):
                if (int.TryParse(command.AsSpan(RemoveVariantPrefix.Length), out var index)
                    && index >= 0 && index < variants.Count)
                    variants.RemoveAt(index);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Hundredths of a percent, the rest to the control, so that they add up to 100.</summary>
    private static void Split(List<VariantInput> variants)
    {
        if (variants.Count == 0) return;
        var each = Math.Floor(10_000m / variants.Count) / 100;
        foreach (var variant in variants) variant.Weight = each.ToString("0.##", CultureInfo.InvariantCulture);
        variants[0].Weight = (100 - each * (variants.Count - 1)).ToString("0.##", CultureInfo.InvariantCulture);
    }
}
