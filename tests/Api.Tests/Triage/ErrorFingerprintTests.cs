using Jobs.Api.Triage;
using Jobs.Persistence;

namespace Jobs.Api.Tests.Triage;

/// <summary>The same failure is the same error, whoever meets it and wherever in a list.</summary>
public sealed class ErrorFingerprintTests
{
    [Fact]
    public void Positions_in_lists_and_messages_make_no_difference()
    {
        Assert.Equal(
            Of(["jobPosts", "nodes", 0, "employer"], new InvalidOperationException("post 7")).Id,
            Of(["jobPosts", "nodes", 19, "employer"], new InvalidOperationException("post 8")).Id);
    }

    [Fact]
    public void Each_part_makes_a_difference()
    {
        ErrorFingerprint[] all =
        [
            ErrorFingerprint.Of(ErrorSource.Graphql, "Feed", ["a"], "T", "F"),
            ErrorFingerprint.Of(ErrorSource.Http, "Feed", ["a"], "T", "F"),
            ErrorFingerprint.Of(ErrorSource.Graphql, "Feeds", ["a"], "T", "F"),
            ErrorFingerprint.Of(ErrorSource.Graphql, null, ["a"], "T", "F"),
            ErrorFingerprint.Of(ErrorSource.Graphql, "Feed", ["b"], "T", "F"),
            ErrorFingerprint.Of(ErrorSource.Graphql, "Feed", null, "T", "F"),
            ErrorFingerprint.Of(ErrorSource.Graphql, "Feed", ["a"], "U", "F"),
            ErrorFingerprint.Of(ErrorSource.Graphql, "Feed", ["a"], "T", null),
            ErrorFingerprint.Of(ErrorSource.Graphql, "Feed", ["a"], null, "F"),
            ErrorFingerprint.Expected("Feed"),
        ];
        Assert.Equal(all.Length, all.Select(fingerprint => fingerprint.Id).Distinct().Count());
        Assert.All(all, fingerprint => Assert.Matches("^[0-9a-f]{32}$", fingerprint.Id));
    }

    [Fact]
    public void It_stays_the_same_from_release_to_release() =>
        Assert.Equal(
            "0232ec407b9cd85f8c0b04b9d5714d31",
            ErrorFingerprint.Of(ErrorSource.Graphql, "Feed", ["jobPosts", 3, "badge"], "T", "F").Id);

    [Fact]
    public async Task The_frame_is_the_first_method_of_ours_by_the_name_it_was_written_with()
    {
        const string parse = "Jobs.Api.Tests.Triage.ErrorFingerprintTests.ParseLaterAsync";
        Assert.Equal(parse, Of(null, await ThrownAsync(ParseLaterAsync)).Frame);
        Assert.Equal(parse, Of(null, new InvalidOperationException("wrapped", await ThrownAsync(ParseLaterAsync))).Frame);
        Assert.Null(Of(null, new InvalidOperationException("never thrown")).Frame);
        var inLambda = await ThrownAsync(async () =>
        {
            await Task.Yield();
            throw new InvalidOperationException();
        });
        Assert.StartsWith("Jobs.Api.Tests.Triage.ErrorFingerprintTests.", Of(null, inLambda).Frame, StringComparison.Ordinal);
        Assert.DoesNotContain('<', Of(null, inLambda).Frame!);
    }

    [Fact]
    public void Nothing_that_somebody_could_be_found_by_is_in_its_parts()
    {
        var fingerprint = ErrorFingerprint.Of(
            ErrorSource.Graphql, "Feed", ["call01012345678", 5, "phone"], new InvalidOperationException("010-1234-5678"));
        Assert.Equal("call#.phone", fingerprint.Path);
        Assert.DoesNotContain(
            "1234", $"{fingerprint.Operation} {fingerprint.Path} {fingerprint.ExceptionType} {fingerprint.Frame}");
    }

    private static ErrorFingerprint Of(IReadOnlyList<object>? path, Exception exception) =>
        ErrorFingerprint.Of(ErrorSource.Graphql, "Feed", path, exception);

    private static async Task ParseLaterAsync()
    {
        await Task.Yield();
        _ = int.Parse("x", System.Globalization.CultureInfo.InvariantCulture); // The framework throws, in a frame of its own.
    }

    private static async Task<Exception> ThrownAsync(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (Exception e)
        {
            return e;
        }
        throw new InvalidOperationException("It did not throw.");
    }
}
