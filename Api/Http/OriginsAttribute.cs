using System.ComponentModel.DataAnnotations;

namespace Jobs.Api.Http;

/// <summary>Each is what a browser sends as Origin: scheme and host, a port where it is not the usual one, and no more.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OriginsAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is IEnumerable<string> origins && origins.All(IsOrigin);

    public override string FormatErrorMessage(string name) =>
        "An origin looks like https://jobs.example or http://localhost:3000.";

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http"
        && address.GetLeftPart(UriPartial.Authority) == text;
}
