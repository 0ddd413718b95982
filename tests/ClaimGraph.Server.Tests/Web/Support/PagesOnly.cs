using System.Net;
using System.Security.Claims;
using System.Text.Json;
using ClaimGraph.Web;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ClaimGraph.Server.Tests.Web.Support;

/// <summary>The pages in a host of their own, over whatever answers for GraphQL: for states that a healthy server never shows.</summary>
internal sealed class PagesOnly : IAsyncDisposable
{
    private readonly WebApplication _app;

    private PagesOnly(WebApplication app)
    {
        _app = app;
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(app.Urls.First()) };
    }

    public HttpClient Http { get; }

    public static async Task<PagesOnly> StartAsync(Func<string, JsonDocument> answer, ISignIn? signIn = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "ClaimGraph.Server", ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseStaticWebAssets();
        builder.Logging.ClearProviders();
        builder.Services.AddClaimGraphWeb().AddSingleton<IGraphQL>(new Answers(answer)).AddSingleton<IUploadReader>(new NoUploads());
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(o => o.Cookie.SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Strict);
        builder.Services.AddAuthorization();
        if (signIn is not null) builder.Services.AddSingleton(signIn);
        var app = builder.Build();
        app.UseAuthentication().UseAuthorization().UseAntiforgery();
        app.MapClaimGraphWeb();
        await app.StartAsync();
        return new PagesOnly(app);
    }

    /// <summary>An answer that fills only the frame.</summary>
    public static JsonDocument Frame() => JsonDocument.Parse("""{ "data": { "statistics": { "claims": 0, "unreviewed": 0, "recordedUpTo": null }, "viewer": { "name": null, "role": "ANONYMOUS" } } }""");

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    private sealed class Answers(Func<string, JsonDocument> answer) : IGraphQL
    {
        public Task<JsonDocument> ExecuteAsync(string document, IReadOnlyDictionary<string, object?> variables, ClaimsPrincipal visitor, CancellationToken cancellation, bool costOnly = false) => Task.FromResult(answer(document));

        public IAsyncEnumerable<JsonDocument> SubscribeAsync(string document, IReadOnlyDictionary<string, object?> variables, ClaimsPrincipal visitor, CancellationToken cancellation) => new[] { answer(document) }.ToAsyncEnumerable();
    }

    private sealed class NoUploads : IUploadReader
    {
        public IAsyncEnumerable<Article> ReadAsync(string name, Stream content, CancellationToken cancellation) => AsyncEnumerable.Empty<Article>();
    }
}
