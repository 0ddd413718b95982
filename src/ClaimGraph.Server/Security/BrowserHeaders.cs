namespace ClaimGraph.Server.Security;

/// <summary>What every answer tells a browser: no foreign scripts or frames, no guessing of types, no address passed on.</summary>
internal static class BrowserHeaders
{
    public static readonly HeaderPolicyCollection Policy = new HeaderPolicyCollection()
        .AddFrameOptionsDeny()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicyNoReferrer()
        .AddCrossOriginOpenerPolicy(policy => policy.SameOrigin())
        .AddStrictTransportSecurityMaxAge()
        .AddContentSecurityPolicy(policy =>
        {
            policy.AddDefaultSrc().Self();
            policy.AddImgSrc().Self().Data();
            policy.AddBaseUri().Self();
            policy.AddObjectSrc().None();
            policy.AddFormAction().Self();
            policy.AddFrameAncestors().None();
        });
}
