namespace ClaimGraph.Server.Tests.Support;

/// <summary>Material that lies beside the repository at some workplaces and is no part of it.</summary>
public static class Shared
{
    /// <summary>A folder of it; without it the test is skipped.</summary>
    public static string Folder(string name)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (!File.Exists(Path.Combine(at.FullName, "ClaimGraph.sln"))) continue;
            var folder = Path.GetFullPath(Path.Combine(at.FullName, "..", "shared", name));
            if (Directory.Exists(folder)) return folder;
            break;
        }
        Assert.Skip($"There is no ../shared/{name} beside the repository.");
        return "";
    }
}
