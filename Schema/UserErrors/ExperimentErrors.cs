namespace Jobs.Schema;

/// <summary>The experiment is in a state in which this cannot be done.</summary>
public sealed record ExperimentNotEditableError(ExperimentStatus Status, RequestLanguage Language) : UserError(
    UserErrorCode.ExperimentNotEditable, Language.Say(
        "실험의 지금 상태에서는 할 수 없어요. 시작한 실험은 멈추거나 이어 가거나 끝낼 수만 있어요.",
        "The experiment is in a state in which this cannot be done. One that was started can only pause, go on or end."));
