using System.Text;

namespace ClaimGraph.Web;

/// <summary>Builds addresses of this site: only what is given is written.</summary>
public static class Address
{
    public static string Of(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var text = new StringBuilder(path);
        var next = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var (name, value) in query)
        {
            if (string.IsNullOrEmpty(value)) continue;
            text.Append(next).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            next = '&';
        }
        return text.ToString();
    }

    public static string Claim(string id) => "/claims/" + Uri.EscapeDataString(id);
    public static string Question(string id) => "/questions/" + Uri.EscapeDataString(id);
    public static string Conflict(string id) => "/conflicts/" + Uri.EscapeDataString(id);
    public static string Article(string id) => "/articles/" + Uri.EscapeDataString(id);
    public static string Actor(string id) => "/actors/" + Uri.EscapeDataString(id);
    public static string Graph(string focus) => Of("/graph", ("focus", focus));
}
