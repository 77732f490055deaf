using Jobs.Api.Http;
using Jobs.Api.Transport;
using Jobs.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Jobs.Api.Tests.Http;

/// <summary>An operation's services are those of its request, as long as that lasts.</summary>
public sealed class RequestServicesTests(ApiDriver api) : IClassFixture<ApiDriver>
{
    [Fact]
    public void What_is_asked_of_them_knows_the_request()
    {
        using var root = Provider();
        using var scope = root.CreateScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        using var services = new RequestServices(new Caller(context, ConnectionViewer.Anonymous));
        Assert.Null(scope.ServiceProvider.GetRequiredService<CurrentRequest>().Context); // Nothing was asked yet.
        Assert.Same(context, services.GetRequiredService<CurrentRequest>().Context);
    }

    [Fact]
    public void A_viewer_is_in_them_from_the_beginning()
    {
        using var root = Provider();
        using var scope = root.CreateScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var entered = new List<HttpContext?>();
        var viewer = ConnectionViewer.Known(entering => entered.Add(entering.GetRequiredService<CurrentRequest>().Context));
        using var services = new RequestServices(new Caller(context, viewer));
        services.GetRequiredService<CurrentRequest>();
        Assert.Equal([context], entered);
    }

    /// <summary>The server gives its context to the next request then, perhaps another person's behind the same proxy.</summary>
    [Fact]
    public void A_resolver_that_outlives_the_request_is_not_given_the_next_one()
    {
        using var root = Provider();
        var context = new DefaultHttpContext();
        var services = new RequestServices(new Caller(context, ConnectionViewer.Anonymous));
        services.Dispose();
        using var next = root.CreateScope();
        context.RequestServices = next.ServiceProvider;
        Assert.Throws<ObjectDisposedException>(services.GetRequiredService<CurrentRequest>);
    }

    /// <summary>It would make three objects more for each request then, and a flow for everything that it calls.</summary>
    [Fact]
    public void Nothing_makes_the_server_keep_track_of_its_requests() =>
        Assert.Null(api.Services.GetService<IHttpContextAccessor>());

    private static ServiceProvider Provider() => new ServiceCollection().AddCurrentRequest().BuildServiceProvider();
}
