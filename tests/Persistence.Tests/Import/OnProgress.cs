using Jobs.Persistence.Import;

namespace Jobs.Persistence.Tests.Import;

/// <summary>Runs on the import's own thread, unlike <see cref="Progress{T}"/>.</summary>
internal sealed class OnProgress(Action<ImportProgress> action) : IProgress<ImportProgress>
{
    public void Report(ImportProgress value) => action(value);
}
