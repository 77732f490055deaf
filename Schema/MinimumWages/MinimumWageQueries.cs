namespace Jobs.Schema;

public static class MinimumWageQueries
{
    public static MinimumWage? MinimumWage(DateOnly? on, TimeProvider time) => KnownMinimumWages.On(on ?? Seoul.Today(time));
}
