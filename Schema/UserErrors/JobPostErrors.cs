namespace Jobs.Schema;

/// <summary>The post cannot go from its present status to the wanted one.</summary>
public sealed record JobPostTransitionError(JobPostStatus From, IReadOnlyList<JobPostStatus> Allowed, RequestLanguage Language)
    : UserError(
        UserErrorCode.InvalidTransition, Language.Say("지금 상태에서는 할 수 없어요.", "This cannot be done in the present status."));

/// <summary>The post takes no applications at present.</summary>
public sealed record JobPostNotOpenError(JobPostStatus Status, RequestLanguage Language) : UserError(
    UserErrorCode.PostNotOpen, Language.Say("지금은 지원을 받지 않는 공고예요.", "This post takes no applications at present."));

/// <summary>The wage comes to less than the legal minimum of the first day of work.</summary>
public sealed record BelowMinimumWageError(int HourlyEquivalent, MinimumWage MinimumWage, RequestLanguage Language) : UserError(
    UserErrorCode.BelowMinimumWage, Language.Say(
        $"시급으로 {Figure.Of(HourlyEquivalent)}원이에요. 최저임금 {Figure.Of(MinimumWage.Hourly)}원 이상이어야 해요.",
        $"This comes to {Figure.Of(HourlyEquivalent)} won an hour; the minimum wage is {Figure.Of(MinimumWage.Hourly)}."));

/// <summary>Words that limit applicants by sex, age or the like without a lawful reason.</summary>
public sealed record DiscriminatoryTextError(IReadOnlyList<TextMatch> Matches, RequestLanguage Language) : UserError(
    UserErrorCode.DiscriminatoryText, Language.Say(
        "성별·나이 등으로 지원자를 제한하는 표현은 쓸 수 없어요.", "Words that limit applicants by sex, age or the like are not allowed."));

/// <summary>A stretch of text that a check took offence at; the offset counts UTF-16 units.</summary>
public sealed record TextMatch(IReadOnlyList<string> Path, string Text, int Offset);

/// <summary>The employer must be checked first.</summary>
public sealed record VerificationRequiredError(VerificationLevel Required, RequestLanguage Language) : UserError(
    UserErrorCode.VerificationRequired, Language.Say("사업자 또는 본인 인증을 먼저 해 주세요.", "The employer must be verified first."));

/// <summary>Work or hours that law closes to the person's age, or that an employer may not offer to minors.</summary>
public sealed record AgeRestrictionError(int MinimumAge, RequestLanguage Language) : UserError(
    UserErrorCode.AgeRestriction,
    Language.Say($"만 {MinimumAge}세 이상만 할 수 있는 일이에요.", $"This work is open from the age of {MinimumAge}."));
