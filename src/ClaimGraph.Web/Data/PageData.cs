namespace ClaimGraph.Web;

/// <summary>What every page asks for beside its own content: the frame's counter, the recorded time, the visitor.</summary>
public abstract class PageData
{
    public StatisticsView? Statistics { get; set; }
    public ViewerView? Viewer { get; set; }
}

public sealed class StatisticsView
{
    public int Claims { get; set; }
    public int Questions { get; set; }
    public int Conflicts { get; set; }
    public int Sources { get; set; }
    public int Actors { get; set; }
    public int Unreviewed { get; set; }
    public DateTimeOffset? RecordedUpTo { get; set; }
}

/// <summary>The visitor's role, each including those before it.</summary>
public enum Role { Anonymous, Reader, Contributor, Reviewer, Administrator }

public sealed class ViewerView
{
    public string? Name { get; set; }
    public Role Role { get; set; }
    public int AssessmentsToday { get; set; }
}
