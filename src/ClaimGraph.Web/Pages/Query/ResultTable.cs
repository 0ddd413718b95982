using System.Text;
using System.Text.Json;

namespace ClaimGraph.Web;

/// <summary>An answer as rows: the first list of objects in it, its objects' members flattened to dotted names, lists inside joined.</summary>
public sealed record ResultTable(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Null where the answer holds no list of objects.</summary>
    public static ResultTable? Of(JsonElement data)
    {
        if (FirstList(data) is not { } list) return null;
        var columns = new List<string>();
        var rows = new List<Dictionary<string, string>>();
        foreach (var item in list.EnumerateArray())
        {
            var row = new Dictionary<string, string>(StringComparer.Ordinal);
            Flatten(item, "", row, columns);
            rows.Add(row);
        }
        return new(columns, [.. rows.Select(r => (IReadOnlyList<string>)[.. columns.Select(c => r.GetValueOrDefault(c, ""))])]);
    }

    /// <summary>As RFC 4180; a cell that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV injection).</summary>
    public string Csv()
    {
        var text = new StringBuilder();
        Line(text, Columns);
        foreach (var row in Rows) Line(text, row);
        return text.ToString();
    }

    private static void Line(StringBuilder text, IReadOnlyList<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0) text.Append(',');
            var cell = cells[i];
            if (cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !double.TryParse(cell, System.Globalization.CultureInfo.InvariantCulture, out _)) cell = "'" + cell;
            if (cell.AsSpan().ContainsAny(",\"\r\n")) text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
            else text.Append(cell);
        }
        text.Append("\r\n");
    }

    private static JsonElement? FirstList(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array) return element.GetArrayLength() > 0 && element[0].ValueKind == JsonValueKind.Object ? element : null;
        if (element.ValueKind != JsonValueKind.Object) return null;
        foreach (var member in element.EnumerateObject())
        {
            if (FirstList(member.Value) is { } list) return list;
        }
        return null;
    }

    private static void Flatten(JsonElement element, string name, Dictionary<string, string> row, List<string> columns)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject()) Flatten(member.Value, name.Length == 0 ? member.Name : $"{name}.{member.Name}", row, columns);
            return;
        }
        if (!columns.Contains(name)) columns.Add(name);
        row[name] = Cell(element);
    }

    private static string Cell(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.String => element.GetString() ?? "",
        JsonValueKind.Array => string.Join("; ", element.EnumerateArray().Select(Cell)),
        JsonValueKind.Object => string.Join(", ", element.EnumerateObject().Select(m => $"{m.Name}: {Cell(m.Value)}")),
        _ => element.GetRawText(),
    };
}
