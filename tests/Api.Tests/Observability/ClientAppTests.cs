using Jobs.Api.Observability;

namespace Jobs.Api.Tests.Observability;

public sealed class ClientAppTests
{
    [Theory]
    [InlineData("jobs-ios", "3.14.0", "ios", "3.14.0")]
    [InlineData("jobs-android", "3.14.0", "android", "3.14.0")]
    [InlineData("jobs-web", "", "web", "")]
    [InlineData("jobs-console", "1.0", null, null)]
    [InlineData("Jobs-iOS", "1.0", null, null)]
    public void Only_of_the_boards_own_apps_is_the_platform_known(string name, string version, string? platform, string? known)
    {
        var subject = ClientApp.Subject(new ClientIdentity(name, version));
        Assert.Equal((platform, known), (subject.AppPlatform, subject.AppVersion));
        Assert.Null(subject.UserId);
    }
}
