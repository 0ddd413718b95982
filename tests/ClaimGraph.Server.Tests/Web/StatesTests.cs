using System.Net;
using System.Security.Claims;
using System.Text.Json;
using System.Text.RegularExpressions;
using ClaimGraph.Server.Tests.Web.Support;
using ClaimGraph.Web;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace ClaimGraph.Server.Tests.Web;

/// <summary>What the pages say when something is wrong or missing.</summary>
public sealed partial class StatesTests
{
    [Theory]
    [InlineData("/conflicts")]
    [InlineData("/claims/c_1")]
    [InlineData("/search?q=x")]
    public async Task A_store_that_is_down_is_a_503_page_that_tries_again(string address)
    {
        await using var pages = await PagesOnly.StartAsync(_ => throw new StoreException(StoreFailure.Unreachable, "The claim store at db.example does not answer.", mayRetry: true));
        using var answer = await pages.Http.GetAsync(address);
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("does not answer", html, StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"refresh\"", html, StringComparison.Ordinal);
        Assert.Contains("Unreachable", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("STORE_UNAVAILABLE", HttpStatusCode.ServiceUnavailable)]
    [InlineData("TIMEOUT", HttpStatusCode.ServiceUnavailable)]
    [InlineData("COST_EXCEEDED", HttpStatusCode.BadRequest)]
    [InlineData("UNAUTHENTICATED", HttpStatusCode.Forbidden)]
    [InlineData("INTERNAL_SERVER_ERROR", HttpStatusCode.InternalServerError)]
    public async Task A_query_that_is_refused_says_why_with_its_code(string code, HttpStatusCode status)
    {
        await using var pages = await PagesOnly.StartAsync(_ => JsonDocument.Parse($$"""{ "errors": [{ "message": "The query costs 9 of 8.", "extensions": { "code": "{{code}}" } }] }"""));
        using var answer = await pages.Http.GetAsync("/conflicts");
        var html = await answer.Content.ReadAsStringAsync();
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("The query costs 9 of 8.", html, StringComparison.Ordinal);
        Assert.Contains(code, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reader_sees_no_button_that_is_not_theirs()
    {
        await using var pages = await PagesOnly.StartAsync(_ => PagesOnly.Frame());
        var html = await pages.Http.GetStringAsync("/articles/new");
        Assert.Contains("You may read, but not add", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Read claims", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_authentication_nobody_is_asked_for_a_key()
    {
        await using var pages = await PagesOnly.StartAsync(_ => PagesOnly.Frame());
        Assert.Contains("No sign-in is needed", await pages.Http.GetStringAsync("/sign-in"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_signs_in_by_a_cookie_that_scripts_and_other_sites_never_see()
    {
        await using var pages = await PagesOnly.StartAsync(_ => PagesOnly.Frame(), new OneKey());
        using var answer = await SignInAsync(pages, "right", "/inbox");
        Assert.Equal("/inbox", answer.Headers.Location!.ToString());
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => !c.Contains("Antiforgery", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_at_its_field()
    {
        await using var pages = await PagesOnly.StartAsync(_ => PagesOnly.Frame(), new OneKey());
        using var answer = await SignInAsync(pages, "wrong", "/inbox");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("No key in force reads so.", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("//elsewhere.example")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("https://elsewhere.example")]
    public async Task Signing_in_never_leads_to_another_site(string back)
    {
        await using var pages = await PagesOnly.StartAsync(_ => PagesOnly.Frame(), new OneKey());
        using var answer = await SignInAsync(pages, "right", back);
        Assert.Equal("/conflicts", answer.Headers.Location!.ToString());
    }

    private static async Task<HttpResponseMessage> SignInAsync(PagesOnly pages, string key, string back)
    {
        var address = "/sign-in?back=" + Uri.EscapeDataString(back);
        var token = Token().Match(await pages.Http.GetStringAsync(address)).Groups[1].Value;
        return await pages.Http.PostAsync(address, new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "sign-in", ["__RequestVerificationToken"] = token, ["Key"] = key }));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    private sealed class OneKey : ISignIn
    {
        public string Scheme => CookieAuthenticationDefaults.AuthenticationScheme;

        public Task<ClaimsPrincipal?> WithKeyAsync(string key, CancellationToken cancellation) =>
            Task.FromResult(key == "right" ? new ClaimsPrincipal(new ClaimsIdentity([new System.Security.Claims.Claim(ClaimTypes.Name, "Ana")], Scheme)) : null);
    }
}
