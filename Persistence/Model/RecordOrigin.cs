namespace Jobs.Persistence;

/// <summary>Where a row came from: a person, a file, or the sample data of a first start.</summary>
public enum RecordOrigin
{
    Member,
    Import,
    Sample,
}
