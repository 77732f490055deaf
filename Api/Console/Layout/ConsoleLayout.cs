using Microsoft.AspNetCore.Components;

namespace Jobs.Api.WebConsole.Layout;

/// <summary>A frame around pages.</summary>
public abstract class ConsoleLayout : ConsoleComponent
{
    [Parameter] public RenderFragment? Body { get; set; }
}
