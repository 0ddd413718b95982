namespace ClaimGraph.Web;

/// <summary>A visitor's choices: kept in cookies of this browser, nowhere else.</summary>
public sealed class SettingsForm
{
    public string? Theme { get; set; }
    public string? Zone { get; set; }
    public string? Keys { get; set; }
}
