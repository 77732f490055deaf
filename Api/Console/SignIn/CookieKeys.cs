using System.Xml.Linq;
using Jobs.Persistence;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Jobs.Api.WebConsole.SignIn;

/// <summary>The keys behind the console's cookies, in PostgreSQL: a cookie of one instance is good at all of them.</summary>
public sealed class CookieKeys(IServiceProvider services, TimeProvider time) : IXmlRepository
{
    // Services are asked for late: the framework makes this while the application is put together, and the database is not open yet.

    /// <remarks>Plain SQL, as every start waits for it.</remarks>
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var command =
            services.GetRequiredService<NpgsqlDataSource>().CreateCommand("SELECT xml FROM cookie_keys ORDER BY created_at");
        using var reader = command.ExecuteReader();
        var keys = new List<XElement>();
        while (reader.Read()) keys.Add(XElement.Parse(reader.GetString(0)));
        return keys;
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = services.GetRequiredService<IDbContextFactory<JobsDb>>().CreateDbContext();
        db.CookieKeys.Add(new CookieKey
        {
            Name = friendlyName,
            Xml = element.ToString(SaveOptions.DisableFormatting),
            CreatedAt = time.GetUtcNow(),
        });
        db.SaveChanges();
    }
}
