namespace Jobs.GraphQL;

/// <summary>The forms of an answer, beside a single result, that whoever sent a request can take.</summary>
[Flags]
public enum ResponseForms
{
    /// <summary>One result. <c>@defer</c> and <c>@stream</c> are ignored, a subscription is a request error.</summary>
    Single = 0,

    /// <summary>A first result and then what was deferred or streamed, as it becomes ready.</summary>
    Incremental = 1,

    /// <summary>One result per event of a subscription.</summary>
    Subscription = 2,
}
