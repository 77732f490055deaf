namespace Jobs.Persistence.Tests.Sql;

/// <summary>How the texts of statements are put together.</summary>
public sealed class SqlTextTests
{
    [Fact]
    public void The_same_text_is_the_same_string()
    {
        Assert.Equal("SELECT $1 WHERE a = $2 AND b = $3", Write());
        Assert.Same(Write(), Write());

        static string Write()
        {
            var sql = new SqlConditions();
            var first = sql.Parameter(1);
            sql.Add($"a = {sql.Parameter(2)}");
            sql.Add($"b = {sql.Parameter(3)}");
            return new SqlText().Add($"SELECT {first}").Add(" WHERE ").Add($"{sql}").End();
        }
    }

    [Fact]
    public void Texts_that_are_written_at_the_same_time_do_not_mix()
    {
        var outer = new SqlText().Add("SELECT ");
        var inner = new SqlText().Add("inner").End();
        var another = new SqlText().Add("another").End();
        Assert.Equal("SELECT inner, another", outer.Add($"{inner}, {another}").End());
        Assert.Equal("after", new SqlText().Add("after").End());
    }

    [Fact]
    public void A_text_may_be_long()
    {
        var (text, words) = (new SqlText(), string.Concat(Enumerable.Repeat("lorem ipsum ", 300)));
        for (var number = 0; number < 5; number++) text.Add(words).Add($"{words} and {words}");
        Assert.Equal(string.Concat(Enumerable.Repeat($"{words}{words} and {words}", 5)), text.End());
    }
}
