namespace ClaimGraph.Neo4j.QueryApi;

/// <summary>Every text that the client says, with what to do about it.</summary>
internal static class QueryApiMessages
{
    public static string NoConnection(string server, string why) => $"Neo4j at {server} cannot be reached: {why}. Check that it runs and that --neo4j-url names its HTTP port (7474 by default).";
    public static string Broke(string server, string why) => $"The connection to Neo4j at {server} broke before its answer was complete: {why}. If it never answers, check that the port is the HTTP one (7474 by default), not Bolt's.";
    public static string NoSecureConnection(string server, string why) => $"No secure connection to Neo4j at {server}: {why}. If the server speaks plain HTTP, use http://; if its certificate comes from your own authority, give the authority's PEM file.";
    public static string NotNeo4j(string server, int status, string? type) => $"{server} answered HTTP {status} ({type ?? "no content type"}), which is not Neo4j's Query API. Check address and port: it is the HTTP port (7474 by default), not Bolt's (7687), and the server must be 5.25 or later.";
    public static string Gateway(string server, int status) => $"What answers at {server} said HTTP {status}: it has no Neo4j to pass the statement on to, or did not wait for it.";
    public static string NoSuchDatabase(string server, string database) => $"Neo4j at {server} has no database \"{database}\", or is older than 5.25 and has no Query API.";
    public static string Unauthorised(string server) => $"Neo4j at {server} refused user or password (or the token). Check --neo4j-user and NEO4J_PASSWORD; it was not tried again, because several wrong passwords lock everybody out for some seconds.";
    public static string RateLimited(string server) => $"Neo4j at {server} refuses every password for some seconds after several wrong ones. Correct the password, wait five seconds, try again.";
    public static string Timeout(string server, TimeSpan after) => $"Neo4j at {server} did not answer within {after.TotalSeconds:0.#} seconds; the statement was cancelled.";
    public static string PoolExhausted(string server, int size, TimeSpan after) => $"All {size} connections to Neo4j at {server} were busy for {after.TotalSeconds:0.#} seconds.";
    public static string Said(string server, string code, string message) => $"Neo4j at {server} said {code}: {message}";
    public static string LogFailure(string server, string message) => $"Neo4j at {server} could not write its transaction log: its disk is full or broken. Make room and restart it; what was acknowledged is kept. It said: {message}";
    public static string NeedsRestart(string server, string message) => $"Neo4j at {server} takes no transactions until it is restarted; its own log says why (a full disk, most often). It said: {message}";
    public static string Truncated(string server) => Broke(server, "the body ended early");
    public static string NoJson(string server, string why) => Broke(server, $"the body is no valid JSON ({why})");
    public static string BadParameter(string why) => $"A parameter cannot be sent: {why}";
    public static string BadRow(string why) => $"A row has not the expected shape: {why}";
    public static string Retrying(string server, string why, int attempt, TimeSpan delay) => $"Neo4j at {server}: {why} Sent again in {delay.TotalMilliseconds:0} ms (try {attempt}).";
    public static string RetryingUnknown(string server, int attempt) => $"Neo4j at {server}: the outcome of a write is unknown. It is idempotent and is sent again (try {attempt}).";
    public static string BadAuthority(string file, string why) => $"The authority file {file} cannot be used: {why}";
    public static string BadAddress(Uri address) => $"{address} is no HTTP address. Neo4j's Query API is at http://HOST:7474 or https://HOST:7473; bolt:// and neo4j:// addresses are not.";
}
