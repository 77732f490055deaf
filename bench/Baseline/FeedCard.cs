using System.Text.Json;
using Npgsql;

namespace Jobs.Baseline;

/// <summary>A post as the feed of the mobile app shows it.</summary>
internal static class FeedCard
{
    public static void Write(Utf8JsonWriter json, NpgsqlDataReader row)
    {
        json.WriteId(Names.Id, "JobPost:"u8, row.GetInt64(1));
        json.WriteString(Names.Title, row.GetString(2));
        json.WriteBoolean(Names.IsUrgent, row.GetBoolean(3));
        json.WriteInstant(Names.PublishedAt, row.GetDateTime(4));
        json.WritePropertyName(Names.Neighborhood);
        json.WriteRawValue(Places.Name(row.GetInt64(5)), skipInputValidation: true);
        json.WritePropertyName(Names.Category);
        json.WriteRawValue(Places.Category(row.GetInt32(6)), skipInputValidation: true);
        WriteWage(json, row);
        WriteSchedule(json, row);
        json.WriteStartObject(Names.Employer);
        json.WriteString(Names.DisplayName, row.GetString(15));
        json.WriteStartObject(Names.Verification);
        json.WriteString(Names.Level, row.GetString(16));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject(Names.ViewerState);
        json.WriteBoolean(Names.IsSaved, row.GetBoolean(19));
        json.WriteEndObject();
    }

    private static void WriteWage(Utf8JsonWriter json, NpgsqlDataReader row)
    {
        json.WriteStartObject(Names.Wage);
        json.WriteString(Names.Type, row.GetString(7));
        json.WriteNumber(Names.Amount, row.GetInt32(8));
        if (row.IsDBNull(9)) json.WriteNull(Names.HourlyEquivalent);
        else json.WriteNumber(Names.HourlyEquivalent, row.GetInt32(9));
        json.WriteBoolean(Names.PaidSameDay, row.GetBoolean(10));
        json.WriteEndObject();
    }

    private static void WriteSchedule(Utf8JsonWriter json, NpgsqlDataReader row)
    {
        int? start = row.IsDBNull(12) ? null : row.GetInt32(12);
        int? end = row.IsDBNull(13) ? null : row.GetInt32(13);
        json.WriteStartObject(Names.Schedule);
        json.WritePropertyName(Names.Days);
        json.WriteRawValue(Places.Days(row.GetInt32(11)), skipInputValidation: true);
        json.WriteTimeOfDay(Names.StartTime, start);
        json.WriteTimeOfDay(Names.EndTime, end);
        json.WriteBoolean(Names.TimeNegotiable, start is null || end is null);
        json.WriteString(Names.Length, row.GetString(14));
        json.WriteEndObject();
    }
}
