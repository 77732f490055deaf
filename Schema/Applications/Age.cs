namespace Jobs.Schema;

/// <summary>Full years (만 나이), as labour law counts them.</summary>
public static class Age
{
    public static int On(DateOnly day, DateOnly birthDate)
    {
        var years = day.Year - birthDate.Year;
        return birthDate.AddYears(years) > day ? years - 1 : years;
    }

    /// <summary>What an employer gets to see: "20대", never the year.</summary>
    public static string Band(int age) => age < 20 ? "10대" : age >= 70 ? "70대 이상" : $"{age / 10 * 10}대";
}
