namespace Jobs.Schema;

/// <summary>What a global id can name; the names are part of the ids, so they never change.</summary>
public enum NodeType
{
    JobPost,
    Application,
    Employer,
    Neighborhood,
    JobCategory,
    PublicUser,
    ScreeningQuestion,
    Notice,
    NoticeExperiment,
}
