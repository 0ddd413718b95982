using System.Text;
using System.Text.Json;
using System.Xml;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace ClaimGraph.Web;

/// <summary>The graph that the page shows, as a file: SVG, GraphML (http://graphml.graphdrawing.org/specification.html), JSON.</summary>
internal static class GraphDownloads
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/graph.svg", async (HttpContext http, PageQueries queries, ILoggerFactory logs) =>
            await GraphOf(http, queries) is { } graph ? File(await Svg(graph, http, logs), "image/svg+xml", "claimgraph.svg") : Results.NotFound());
        app.MapGet("/graph.graphml", async (HttpContext http, PageQueries queries) =>
            await GraphOf(http, queries) is { } graph ? File(GraphMl(graph), "application/graphml+xml", "claimgraph.graphml") : Results.NotFound());
        app.MapGet("/graph.json", async (HttpContext http, PageQueries queries) =>
            await GraphOf(http, queries) is { } graph ? Results.File(JsonSerializer.SerializeToUtf8Bytes(graph, WebJson.Default.GraphView), "application/json", "claimgraph.json") : Results.NotFound());
    }

    private static IResult File(string text, string type, string name) => Results.File(Encoding.UTF8.GetBytes(text), type, name);

    private static async Task<GraphView?> GraphOf(HttpContext http, PageQueries queries)
    {
        var choice = GraphChoice.Of(http.Request.Query);
        if (choice.Focus is null) return null;
        var variables = choice.Variables.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal);
        if (PageScope.Of(http).AsOfVariable is { } at) variables["asOf"] = at;
        var answer = await queries.AskAsync("Graph", variables, http.User, WebJson.Default.GraphData, http.RequestAborted);
        return choice.To is null ? answer.Data?.Neighbourhood : answer.Data?.Path;
    }

    private static async Task<string> Svg(GraphView graph, HttpContext http, ILoggerFactory logs)
    {
        await using var renderer = new HtmlRenderer(http.RequestServices, logs);
        var focus = GraphChoice.Of(http.Request.Query).Focus;
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var picture = await renderer.RenderComponentAsync<GraphPicture>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(GraphPicture.Drawing)] = TimeColumns.Of(graph, focus),
                [nameof(GraphPicture.Title)] = graph.Nodes.FirstOrDefault(n => n.Id == focus)?.Label ?? Texts.Graph,
                [nameof(GraphPicture.Style)] = Style,
            }));
            return picture.ToHtmlString();
        });
    }

    // The picture's own colours on white: a file has no style sheet beside it.
    private const string Style =
        "text{fill:#1b1b19;font:12.5px sans-serif;text-anchor:middle}.sub{fill:#53514b;font-size:12px}.n{fill:#fff;stroke:#1b1b19;stroke-width:1.5}.focus .n{fill:#1b1b19}.focus text{fill:#fff}.outside text{fill:#1b1b19}" +
        ".glyph{fill:none;stroke:#1b1b19;stroke-width:1.3}.e{fill:none;stroke:#77746b;stroke-width:1.25}.e.contradicts{stroke:#ab1f1b;stroke-width:2.25;stroke-dasharray:7 4}.e.supersedes{stroke:#6231a0;stroke-width:2.25}" +
        ".e.refines{stroke:#0c5f70;stroke-width:2.25;stroke-dasharray:2 4}.e.corroborates{stroke:#1b6636;stroke-width:2.25}.arrow{fill:#6231a0}.lab{font-size:12px;font-weight:650;paint-order:stroke;stroke:#fff;stroke-width:5px}";

    private static string GraphMl(GraphView graph)
    {
        const string ns = "http://graphml.graphdrawing.org/xmlns";
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, CheckCharacters = false }))
        {
            xml.WriteStartElement("graphml", ns);
            foreach (var (id, kind) in new[] { ("label", "node"), ("kind", "node"), ("sub", "node"), ("at", "node"), ("link", "edge"), ("confidence", "edge"), ("status", "edge"), ("source", "edge") })
            {
                xml.WriteStartElement("key", ns);
                xml.WriteAttributeString("id", id);
                xml.WriteAttributeString("for", kind);
                xml.WriteAttributeString("attr.name", id);
                xml.WriteAttributeString("attr.type", id == "confidence" ? "double" : "string");
                xml.WriteEndElement();
            }
            xml.WriteStartElement("graph", ns);
            xml.WriteAttributeString("edgedefault", "directed");
            foreach (var node in graph.Nodes)
            {
                xml.WriteStartElement("node", ns);
                xml.WriteAttributeString("id", node.Id);
                Data("label", node.Label);
                Data("kind", Spelled(node.Kind.ToString()));
                Data("sub", node.Sub);
                Data("at", node.At?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
                xml.WriteEndElement();
            }
            foreach (var link in graph.Links)
            {
                xml.WriteStartElement("edge", ns);
                xml.WriteAttributeString("source", link.From);
                xml.WriteAttributeString("target", link.To);
                if (!link.Directed) xml.WriteAttributeString("directed", "false");
                Data("link", Spelled(link.Kind.ToString()));
                Data("confidence", link.Confidence?.ToString(System.Globalization.CultureInfo.InvariantCulture));
                Data("status", link.Status is { } s ? Spelled(s.ToString()) : null);
                Data("source", link.Source);
                xml.WriteEndElement();
            }
            xml.WriteEndElement();
            xml.WriteEndElement();

            void Data(string key, string? value)
            {
                if (value is null) return;
                xml.WriteStartElement("data", ns);
                xml.WriteAttributeString("key", key);
                // XML 1.0 has no place for most control characters; article text may hold them.
                xml.WriteString(string.Concat(value.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c))));
                xml.WriteEndElement();
            }
        }
        return text.ToString();
    }

    private static string Spelled(string name) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(name);
}
