// None of this compiles; each comment names the error that its line must have.
namespace Jobs.Clients;

public static class Mistakes
{
    public static void Make(FeedGQL.Response feed, Contract.ApplyToJobPostPayload payload)
    {
        var post = feed.jobPosts.edges[0].node;
        _ = post.description; // CS1061
        _ = post.wage.currency; // CS1061
        string amount = post.wage.amount; // CS0029
        int distance = feed.jobPosts.edges[0].distanceMeters; // CS0266
        _ = post.status == JobPostStatus.FINISHED; // CS0117
        _ = new FeedGQL.Variables { area = "1168064000" }; // CS0029
        _ = new FeedGQL.Variables { last = 20 }; // CS0117
        _ = payload.applicationId; // CS1061
        _ = payload.errors[0].application; // CS1061
    }
}
