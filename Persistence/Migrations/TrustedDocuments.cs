using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Jobs.Persistence.Migrations;

/// <summary>The operations that clients were built with, and when each was last asked for.</summary>
[DbContext(typeof(JobsDb))]
[Migration("20261121000000_TrustedDocuments")]
internal sealed class TrustedDocuments : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) =>
        migrationBuilder.Sql(SqlFile.Read("TrustedDocuments.sql"));
}
