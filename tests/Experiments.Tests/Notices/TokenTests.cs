using System.Security.Cryptography;

namespace Jobs.Experiments.Tests.Notices;

public sealed class TokenTests
{
    private static readonly byte[] Secret = RandomNumberGenerator.GetBytes(32);
    private static readonly DateTimeOffset Now = new(2026, 3, 6, 0, 0, 0, TimeSpan.Zero);
    private static readonly TrackingToken Token = new(12, 3, 1, 4_711, Now, ParticipantKind.Tester);

    [Fact] public void What_was_written_is_read() => Assert.Equal(Token, TrackingToken.Read(Secret, Token.Write(Secret)));

    [Fact]
    public void Another_secret_reads_nothing() =>
        Assert.Null(TrackingToken.Read(RandomNumberGenerator.GetBytes(32), Token.Write(Secret)));

    [Fact]
    public void A_token_in_which_any_character_was_changed_is_none()
    {
        var text = Token.Write(Secret);
        for (var index = 0; index < text.Length; index++)
        {
            var changed = text.Remove(index, 1).Insert(index, text[index] == 'A' ? "B" : "A");
            // The last character of Base64url has bits that say nothing.
            if (index == text.Length - 1 && TrackingToken.Read(Secret, changed) == Token) continue;
            Assert.Null(TrackingToken.Read(Secret, changed));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("AAAA")]
    [InlineData("한국어")]
    public void Other_text_is_no_token(string text) => Assert.Null(TrackingToken.Read(Secret, text));

    [Fact] public void Long_text_is_no_token() => Assert.Null(TrackingToken.Read(Secret, new string('A', 100_000)));

    [Fact]
    public void A_preview_link_works_until_it_runs_out_and_is_no_tracking_token()
    {
        var link = new PreviewLink(12, 1, Now.AddDays(7));
        var text = link.Write(Secret);

        Assert.Equal(link, PreviewLink.Read(Secret, text, Now));
        Assert.Null(PreviewLink.Read(Secret, text, Now.AddDays(7)));
        Assert.Null(TrackingToken.Read(Secret, text));
        Assert.Null(PreviewLink.Read(Secret, Token.Write(Secret), Now));
    }
}
