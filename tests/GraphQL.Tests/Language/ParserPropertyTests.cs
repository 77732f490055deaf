using System.Text;
using Jobs.GraphQL.Language;

namespace Jobs.GraphQL.Tests.Language;

/// <summary>What holds for every text, tried on many; a failure names the seed that it comes back with.</summary>
public class ParserPropertyTests
{
    private const int Documents = 1_000;

    private static readonly byte[] Telling = [.. "\"\\u{}[]()#.-0e$@\n\r"u8];

    [Fact]
    public void A_printed_document_prints_the_same_again()
    {
        for (var seed = 0; seed < Documents; seed++)
        {
            var printed = Printer.Print(Parser.Parse(RandomDocument.Write(seed)));
            var again = Printer.Print(Parser.Parse(printed));
            Assert.True(printed == again, $"Seed {seed}:\n{printed}\n---\n{again}");
        }
    }

    [Fact]
    public void Nothing_but_white_space_is_lost_or_made_up_by_printing()
    {
        for (var seed = 0; seed < Documents; seed++)
        {
            var text = RandomDocument.Write(seed);
            var before = Tokens(text);
            var after = Tokens(Printer.Print(Parser.Parse(text)));
            Assert.True(before.SequenceEqual(after), $"Seed {seed}:\n{string.Join(' ', before)}\n---\n{string.Join(' ', after)}");
        }
    }

    [Fact]
    public void Every_beginning_of_a_document_is_a_document_or_a_syntax_error_within_it()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var bytes = Encoding.UTF8.GetBytes(RandomDocument.Write(seed));
            for (var length = 0; length < Math.Min(bytes.Length, 600); length++) AssertAnswered(bytes[..length], seed);
        }
    }

    [Fact]
    public void Changed_bytes_never_crash_the_parser()
    {
        for (var seed = 0; seed < Documents; seed++)
        {
            var random = new Random(seed);
            var bytes = Encoding.UTF8.GetBytes(RandomDocument.Write(seed));
            for (var change = 0; change < 3; change++)
                bytes[random.Next(bytes.Length)] = Chance(random) ? (byte)random.Next(256) : Telling[random.Next(Telling.Length)];
            AssertAnswered(bytes, seed);
        }
    }

    [Fact]
    public void Random_bytes_never_crash_the_parser()
    {
        for (var seed = 0; seed < Documents; seed++)
        {
            var random = new Random(seed);
            var bytes = new byte[random.Next(80)];
            random.NextBytes(bytes);
            if (Chance(random)) bytes = Array.ConvertAll(bytes, unit => (byte)(32 + (unit % 96)));
            AssertAnswered(bytes, seed);
        }
    }

    private static bool Chance(Random random) => random.Next(2) == 0;

    private static void AssertAnswered(byte[] bytes, int seed)
    {
        try
        {
            Parser.Parse(new Source(bytes)).ToString();
        }
        catch (SyntaxException e)
        {
            var lines = 1 + bytes.Count(unit => unit is (byte)'\n' or (byte)'\r');
            Assert.True(e.Location.Line <= lines, $"Seed {seed}: {e.Location} {e.Message}");
            Assert.True(e.Location.Column <= bytes.Length + 1, $"Seed {seed}: {e.Location} {e.Message}");
        }
    }

    /// <summary>Without what may be left out: the delimiter before a first name, and <c>query</c> before a lone brace.</summary>
    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        var lexer = new Lexer(new Source(text));
        for (lexer.Next(); lexer.Kind != TokenKind.EndOfFile; lexer.Next())
        {
            var before = tokens.Count > 0 ? tokens[^1] : "";
            if (lexer.Kind == TokenKind.Pipe && before is "\"=\"" or "Name \"on\"") continue;
            if (lexer.Kind == TokenKind.Ampersand && before == "Name \"implements\"") continue;
            if (lexer.Kind == TokenKind.BraceOpen && before == "Name \"query\"") tokens.RemoveAt(tokens.Count - 1);
            tokens.Add(lexer.Description);
        }

        return tokens;
    }
}
