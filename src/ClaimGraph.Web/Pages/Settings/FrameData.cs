namespace ClaimGraph.Web;

/// <summary>A page that asks only for what stands around it.</summary>
public sealed class FrameData : PageData;
