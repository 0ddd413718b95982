using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace ClaimGraph.Web;

/// <summary>The console's answer as a file. A form post with the antiforgery token, as the console's own button.</summary>
internal static class QueryDownloads
{
    public static void Map(IEndpointRouteBuilder app)
    {
        // As a file of the visitor's own: nothing is kept here, and any tool reads it.
        app.MapPost("/query/saved", ([FromForm(Name = "Form.Doc")] string doc, [FromForm(Name = "Form.Variables")] string? variables) =>
            Results.File(Encoding.UTF8.GetBytes(SavedQuery.Text(doc, variables)), "application/graphql; charset=utf-8", SavedQuery.FileName(doc)));
        app.MapPost("/query/result", async (HttpContext http, IGraphQL engine, [FromForm(Name = "Form.Doc")] string doc, [FromForm(Name = "Form.Variables")] string? variables, [FromQuery(Name = "as")] string? format) =>
        {
            var form = new ConsoleForm { Doc = doc, Variables = variables };
            if (form.Parsed() is not ({ } values, _)) return Results.Text(form.Parsed().Wrong, statusCode: 400);
            using var response = await engine.ExecuteAsync(doc, values, http.User, http.RequestAborted);
            if (format != "csv") return Results.File(Encoding.UTF8.GetBytes(QueryResult.Written(response.RootElement)), "application/json", "claimgraph-result.json");
            var table = response.RootElement.TryGetProperty("data", out var data) ? ResultTable.Of(data) : null;
            return table is null ? Results.Text(Texts.NoTable, statusCode: 400) : Results.File(Encoding.UTF8.GetBytes(table.Csv()), "text/csv; charset=utf-8", "claimgraph-result.csv");
        });
    }
}
