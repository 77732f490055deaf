using Microsoft.FeatureManagement;
using Microsoft.FeatureManagement.FeatureFilters;

namespace Jobs.Experiments;

/// <summary>
/// A condition on what the board knows. It keeps nothing, so one serves all snapshots; its parameters are read once, when a
/// definition is compiled.
/// </summary>
internal abstract class BoardFilter : IContextualFeatureFilter<ITargetingContext>
{
    protected static readonly Task<bool> Yes = Task.FromResult(true);
    protected static readonly Task<bool> No = Task.FromResult(false);

    /// <summary>As it is spelt in definitions.</summary>
    public abstract string Name { get; }

    /// <summary>Whether somebody who has not signed in can never fulfil it.</summary>
    public virtual bool NeedsPerson => true;

    /// <summary>The parameters as an object that <see cref="EvaluateAsync(object, FlagContext, string)"/> takes.</summary>
    public abstract object Read(ParameterReader parameters);

    public abstract Task<bool> EvaluateAsync(object settings, FlagContext context, string flagKey);

    public Task<bool> EvaluateAsync(FeatureFilterEvaluationContext evaluation, ITargetingContext person)
    {
        var context = (FlagContext)person;
        return NeedsPerson && context.IsAnonymous ? No : EvaluateAsync(evaluation.Settings, context, evaluation.FeatureName);
    }

    protected static Task<bool> Answer(bool yes) => yes ? Yes : No;
}

/// <summary>A filter with the type of its parameters.</summary>
internal abstract class BoardFilter<TSettings> : BoardFilter, IFilterParametersBinder
    where TSettings : class
{
    public sealed override object Read(ParameterReader parameters)
    {
        var settings = ReadSettings(parameters);
        parameters.RefuseOthers();
        return settings;
    }

    public sealed override Task<bool> EvaluateAsync(object settings, FlagContext context, string flagKey) =>
        EvaluateAsync((TSettings)settings, context, flagKey);

    /// <summary>Never called: definitions come with parameters that are read already.</summary>
    public object BindParameters(Microsoft.Extensions.Configuration.IConfiguration parameters) =>
        throw new NotSupportedException("Definitions come from the database, not from the configuration.");

    protected abstract TSettings ReadSettings(ParameterReader parameters);

    protected abstract Task<bool> EvaluateAsync(TSettings settings, FlagContext context, string flagKey);
}
