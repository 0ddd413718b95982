using System.Runtime.CompilerServices;

namespace ClaimGraph.Tests;

/// <summary>
/// Compares a text with a file of the repository. On a difference the new text is written beside it as <c>*.received.*</c>:
/// look at it, and move it over the approved one if it is right.
/// </summary>
internal static class Approved
{
    public static void Equal(string name, string text, [CallerFilePath] string caller = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(caller)!, "approved", name);
        var received = Path.ChangeExtension(file, ".received" + Path.GetExtension(file));
        var approved = File.Exists(file) ? File.ReadAllText(file) : "";
        if (approved == text)
        {
            File.Delete(received);
            return;
        }
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(received, text);
        Assert.Equal(approved, text);
    }
}
