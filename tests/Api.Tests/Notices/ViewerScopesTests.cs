using Jobs.Api.Transport;
using Jobs.Experiments;
using Jobs.Schema;
using Jobs.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Jobs.Api.Tests.Notices;

/// <summary>What a subscription decides again, it decides for whom it was begun.</summary>
public sealed class ViewerScopesTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    [Fact]
    public async Task A_new_scope_has_the_app_and_the_preview_link_of_a_request_that_is_over()
    {
        ViewerScopes scopes;
        var context = new DefaultHttpContext();
        context.Request.Headers["apollographql-client-name"] = "jobs-ios";
        context.Request.Headers["apollographql-client-version"] = "3.14.0";
        context.Request.Headers["Jobs-Notice-Preview"] = "a-link";
        await using (var request = api.Services.CreateAsyncScope())
        {
            request.ServiceProvider.GetRequiredService<CurrentRequest>().Context = context;
            scopes = request.ServiceProvider.GetRequiredService<ViewerScopes>();
        }
        context.Request.Headers.Clear();

        await using var scope = scopes.Open();
        var subject = scope.ServiceProvider.GetRequiredService<FlagSubject>();
        Assert.Equal(("ios", "3.14.0"), (subject.AppPlatform, subject.AppVersion));
        Assert.Equal("a-link", scope.ServiceProvider.GetRequiredService<NoticePreview>().Link);
    }
}
