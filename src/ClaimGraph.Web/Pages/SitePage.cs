using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace ClaimGraph.Web;

/// <summary>What the frame needs to know of the page inside it.</summary>
public interface IFramedPage
{
    PageScope Scope { get; }
    PageFailure? Failure { get; }
    bool Missing { get; }
    StatisticsView? Statistics { get; }
    ViewerView? Viewer { get; }
    /// <summary>The address of the console with this page's document and variables.</summary>
    string? Behind { get; }
}

/// <summary>A page: asks its one document once, sets the status, and renders parts that never fetch.</summary>
/// <typeparam name="T">The answer's data.</typeparam>
public abstract class SitePage<T>(string document, JsonTypeInfo<T> type) : ComponentBase, IFramedPage
    where T : PageData
{
    [CascadingParameter] public required HttpContext Http { get; set; }
    [Inject] public required PageQueries Queries { get; set; }

    public PageScope Scope { get; private set; } = PageScope.Default;
    public PageFailure? Failure { get; private set; }
    public bool Missing { get; private set; }
    public StatisticsView? Statistics => Data?.Statistics;
    public ViewerView? Viewer => Data?.Viewer;
    public string? Behind { get; private set; }
    protected T? Data { get; private set; }

    /// <summary>The visitor may give verdicts. Where nobody is known (no authentication), everybody is "local" and may.</summary>
    protected bool MayReview => Viewer is not { Role: < Role.Reviewer };
    protected bool MayAdd => Viewer is not { Role: < Role.Contributor };

    protected override void OnInitialized() => Scope = PageScope.Of(Http);

    /// <summary>Asks the page's document. Variables that are null are left out; the recorded time in force is added.</summary>
    protected async Task<T?> LoadAsync(params (string Name, object? Value)[] variables)
    {
        var given = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in variables) if (value is not null) given[name] = value;
        if (Scope.AsOfVariable is { } at) given["asOf"] = at;
        var answer = await Queries.AskAsync(document, given, Http.User, type, Http.RequestAborted);
        Behind = Address.Of("/query", ("page", document), ("variables", given.Count == 0 ? null : JsonSerializer.Serialize(given)));
        Failure = answer.Failure;
        if (Failure is { Code: "NOT_FOUND" }) { Failure = null; NothingHere(); }
        if (Failure is { } f) Status(f.Status);
        return Data = answer.Data;
    }

    /// <summary>The id in the address names nothing.</summary>
    protected void NothingHere()
    {
        Missing = true;
        Status(404);
    }

    /// <summary>Sets the status of this page. Only as the response starts: a component that sets 404 earlier is answered without its body, for a page elsewhere to fill (ASP.NET Core 10).</summary>
    protected void Status(int status)
    {
        Http.Response.Headers.CacheControl = "no-store";
        Http.Response.OnStarting(() =>
        {
            if (Http.Response.StatusCode == StatusCodes.Status200OK) Http.Response.StatusCode = status;
            return Task.CompletedTask;
        });
    }

    /// <summary>Sends the browser on after a form, by a path: behind a proxy this server does not know its own full address.</summary>
    protected void GoTo(string path) => Http.Response.Redirect(path);

    /// <summary>Runs a mutation's document.</summary>
    protected Task<PageAnswer<TData>> DoAsync<TData>(string mutation, JsonTypeInfo<TData> result, params (string Name, object? Value)[] input)
        where TData : class
    {
        var given = input.Where(i => i.Value is not null).ToDictionary(i => i.Name, i => i.Value, StringComparer.Ordinal);
        return Queries.AskAsync(mutation, given.Count == 0 ? given : new Dictionary<string, object?>(StringComparer.Ordinal) { ["input"] = given }, Http.User, result, Http.RequestAborted);
    }
}
