namespace Jobs.Experiments;

/// <summary>Whole days of 24 hours, both ends included.</summary>
internal readonly record struct DayRange(int? Min, int? Max)
{
    public static DayRange Read(ParameterReader parameters)
    {
        var range = new DayRange(parameters.Days("MinDays"), parameters.Days("MaxDays"));
        if (!parameters.Has("MinDays") && !parameters.Has("MaxDays"))
            parameters.Add("", "MinDays나 MaxDays가 필요해요.", "Needs MinDays or MaxDays.");
        if (range.Min > range.Max)
            parameters.Add("MaxDays", "MinDays보다 작을 수 없어요.", "Must not be less than MinDays.");
        return range;
    }

    public bool Holds(DateTimeOffset since, DateTimeOffset now)
    {
        var days = (int)Math.Floor((now - since).TotalDays);
        return (Min is not { } min || days >= min) && (Max is not { } max || days <= max);
    }
}
