namespace Jobs.Experiments;

/// <summary>What a product manager is told, in the two languages of the console.</summary>
public sealed record VerdictSentence(string Korean, string English)
{
    internal VerdictSentence Then(VerdictSentence next) => new($"{Korean} {next.Korean}", $"{English} {next.English}");
}
