namespace Jobs.Api.WebConsole;

/// <summary>
/// A page that shows what it read. Components are rendered once before they have read anything, and a page must not take that for
/// an experiment that does not exist.
/// </summary>
public abstract class LoadedComponent : ConsoleComponent
{
    protected bool IsLoaded { get; private set; }

    protected abstract Task LoadAsync();

    protected sealed override async Task OnInitializedAsync()
    {
        await LoadAsync();
        IsLoaded = true;
    }
}
