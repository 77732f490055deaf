using System.Xml.Linq;
using Jobs.Persistence;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace Jobs.Api.WebConsole.SignIn;

/// <summary>The keys behind the console's cookies, in PostgreSQL: a cookie of one instance is good at all of them.</summary>
public sealed class CookieKeys(IServiceProvider services, TimeProvider time) : IXmlRepository
{
    // Asked for late: the framework makes this while the application is put together, and the database is not open yet.
    private IDbContextFactory<JobsDb> DbFactory => services.GetRequiredService<IDbContextFactory<JobsDb>>();

    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = DbFactory.CreateDbContext();
        string[] keys = [.. db.CookieKeys.AsNoTracking().OrderBy(key => key.CreatedAt).Select(key => key.Xml)];
        return [.. keys.Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = DbFactory.CreateDbContext();
        db.CookieKeys.Add(new CookieKey
        {
            Name = friendlyName,
            Xml = element.ToString(SaveOptions.DisableFormatting),
            CreatedAt = time.GetUtcNow(),
        });
        db.SaveChanges();
    }
}
