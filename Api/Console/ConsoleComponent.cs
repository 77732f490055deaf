using System.Globalization;
using Jobs.Schema;
using Microsoft.AspNetCore.Components;

namespace Jobs.Api.WebConsole;

/// <summary>What every page and part of the console knows: the request, and the language of whoever reads.</summary>
public abstract class ConsoleComponent : ComponentBase
{
    internal static readonly TimeSpan Seoul = TimeSpan.FromHours(9);
    private RequestLanguage? language;

    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    protected RequestLanguage Language => language ??= ConsoleLanguage.Of(Http);

    /// <summary>A form was sent: the page must still have it, whatever became of what it is about.</summary>
    protected bool IsPost => HttpMethods.IsPost(Http.Request.Method);

    protected CancellationToken Aborted => Http.RequestAborted;

    protected string Say(string korean, string english) => Language.Say(korean, english);

    /// <summary>An instant as people in Seoul read it.</summary>
    internal static string Moment(DateTimeOffset at) =>
        at.ToOffset(Seoul).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    protected static string Machine(DateTimeOffset at) => at.ToString("O", CultureInfo.InvariantCulture);

    protected static string Number(double number) => number.ToString("#,0.##", CultureInfo.InvariantCulture);

    protected static string Percent(double share) => $"{(share * 100).ToString("0.##", CultureInfo.InvariantCulture)} %";
}
