using System.Text.RegularExpressions;
using Jobs.Persistence;
using Jobs.Schema;

namespace Jobs.Api.WebConsole.Errors;

/// <summary>What the console calls errors, verdicts and reasons, which code and log spell in English only.</summary>
public static partial class ErrorWords
{
    public static string Of(TriageLevel level, RequestLanguage language) => level switch
    {
        TriageLevel.ActNow => language.Say("지금 바로", "Act now"),
        TriageLevel.Soon => language.Say("이번 주", "Soon"),
        TriageLevel.Monitor => language.Say("지켜보기", "Monitor"),
        _ => language.Say("예상한 결과", "Expected"),
    };

    public static string Of(TriageAction action, RequestLanguage language) => action switch
    {
        TriageAction.Fix => language.Say("고치기", "Fix it"),
        TriageAction.FixWhenTime => language.Say("시간 날 때 고치기", "Fix it when there is time"),
        TriageAction.Rollback => language.Say("배포 되돌리기", "Roll back"),
        TriageAction.StopVariant => language.Say("실험 멈춤", "Experiment paused"),
        _ => language.Say("할 일 없음", "Nothing to do"),
    };

    /// <summary>What it is, in one or two words: the type without its namespace.</summary>
    public static string NameOf(KnownError error) => error switch
    {
        { ExceptionType: { } type } => TypeName().Match(type) is { Success: true } name ? name.Groups[1].Value : type,
        { Operation: { } kind } => kind,
        _ => error.Id,
    };

    /// <summary>Where it happens.</summary>
    public static string PlaceOf(KnownError error, RequestLanguage language) => error.Source switch
    {
        ErrorSource.Graphql => string.Join(" · ",
            new[] { error.Operation ?? language.Say("이름 없는 작업", "an operation without a name"), error.Path }.OfType<string>()),
        ErrorSource.Http => language.Say("HTTP 요청", "an HTTP request"),
        ErrorSource.Background => language.Say($"백그라운드 작업 {error.Operation}", $"background work {error.Operation}"),
        ErrorSource.Startup => language.Say("서비스 시작", "the start of the service"),
        ErrorSource.Log => language.Say($"로그 {error.Operation}", $"log of {error.Operation}"),
        _ => language.Say("클라이언트가 받은 결과", "an outcome of clients"),
    };

    /// <summary>The rule that decided: a clause in English, a sentence in Korean. An unknown one stays as it is.</summary>
    public static string ReasonOf(string reason, RequestLanguage language) => reason switch
    {
        "expected outcome: count it, do not report it" =>
            language.Say("예상한 결과라서 세기만 해요.", "an expected outcome is counted and not reported"),
        "expected error, unexpected volume" =>
            language.Say("늘 있는 일이지만 갑자기 아주 많아졌어요.", "an expected outcome is suddenly far more frequent than usual"),
        "core path and data lost" => language.Say("핵심 경로에서 데이터를 잃었어요.", "data was lost on a core path"),
        "core path, a request failed" => language.Say("핵심 경로에서 요청이 실패했어요.", "a request failed on a core path"),
        "frequent" => language.Say("아주 자주, 또는 많은 사람에게 일어나요.", "it is very frequent, or meets many people"),
        "data lost off the core path" =>
            language.Say("핵심 경로는 아니지만 데이터를 잃었어요.", "data was lost, although not on a core path"),
        "one experiment variant fails" =>
            language.Say("실험의 한 가지 안에서만 실패해요.", "it falls on one variant of an experiment"),
        "spike against its own baseline" => language.Say("평소보다 갑자기 늘었어요.", "it is suddenly far more frequent than usual"),
        "new and growing" => language.Say("새로 생겼고 늘고 있어요.", "it is new and growing"),
        "core path degraded but served" =>
            language.Say("핵심 경로가 온전하지 않지만 답은 했어요.", "a core path is degraded, but was served"),
        "slow burn over the week" => language.Say("한 주 동안 조금씩 쌓였어요.", "it adds up over the week"),
        "rare and off the core path" => language.Say("드물고 핵심 경로가 아니에요.", "it is rare and off the core path"),
        "it was as bad within the quiet time" => language.Say("조금 전까지 그만큼 나빴어요.", "it was as bad a short while ago"),
        "the caller went away" => language.Say("요청한 쪽이 먼저 끊었어요.", "the caller went away"),
        _ when CoreShare().Match(reason) is { Success: true } share => language.Say(
            $"핵심 경로에서 요청의 {share.Groups[1].Value} %가 실패해요.", $"{share.Groups[1].Value} % of the requests fail on a core path"),
        _ when FailingVariant().Match(reason) is { Success: true } variant => language.Say(
            $"실험 {variant.Groups[2].Value}의 안 {variant.Groups[1].Value}에서만 실패해요.",
            $"it falls on the variant {variant.Groups[1].Value} of the experiment {variant.Groups[2].Value}"),
        _ => reason,
    };

    /// <summary>How long ago, in the largest unit that fits.</summary>
    public static string Ago(TimeSpan age, RequestLanguage language) => age switch
    {
        { TotalMinutes: < 1 } => language.Say("방금", "just now"),
        { TotalHours: < 1 } => language.Say($"{age.Minutes}분 전", $"{age.Minutes} min ago"),
        { TotalDays: < 1 } => language.Say($"{age.Hours}시간 전", $"{age.Hours} h ago"),
        { TotalDays: < 2 } => language.Say("하루 전", "a day ago"),
        _ => language.Say($"{age.Days}일 전", $"{age.Days} days ago"),
    };

    [GeneratedRegex(@"^\S+[.+]([^.+\s]+)\z")]
    private static partial Regex TypeName();

    [GeneratedRegex(@"^core path, ([0-9.]+) % of requests fail\z")]
    private static partial Regex CoreShare();

    [GeneratedRegex(@"^one experiment variant fails: (\S+) of (\S+)\z")]
    private static partial Regex FailingVariant();
}
