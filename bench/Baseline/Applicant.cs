using Npgsql;

namespace Jobs.Baseline;

/// <summary>The person, as far as an application shows and needs them.</summary>
internal readonly record struct Applicant(string DisplayName, DateOnly? BirthDate, string? Introduction, string? PhoneNumber)
{
    public static Applicant Read(NpgsqlDataReader row) => new(
        row.GetString(0), row.IsDBNull(1) ? null : row.GetFieldValue<DateOnly>(1), row.IsDBNull(2) ? null : row.GetString(2),
        row.IsDBNull(3) ? null : row.GetString(3));

    /// <summary>Full years on a day; of somebody whose birth date is known.</summary>
    public int AgeOn(DateOnly day)
    {
        var born = BirthDate!.Value;
        var years = day.Year - born.Year;
        return born.AddYears(years) > day ? years - 1 : years;
    }

    public static string Band(int age) => age < 20 ? "10대" : age >= 70 ? "70대 이상" : $"{age / 10 * 10}대";
}
