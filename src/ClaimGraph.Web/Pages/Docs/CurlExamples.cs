namespace ClaimGraph.Web;

/// <summary>Calls of the API from a shell, for the address at which it is being read.</summary>
public static class CurlExamples
{
    public static IReadOnlyList<(string Title, string Command)> For(string endpoint, bool needsKey)
    {
        var key = needsKey ? " \\\n  -H \"Authorization: Bearer $CLAIMGRAPH_KEY\"" : "";
        var post = $"curl {endpoint}{key} \\\n  -H 'Content-Type: application/json' \\\n  -d ";
        return
        [
            (Texts.CurlQuery, post + """'{"query": "{ conflicts(first: 3) { nodes { explanation } } }"}'"""),
            (Texts.CurlVariables, post + """'{"query": "query($n: Int!) { claims(first: $n) { nodes { quote } } }", "variables": {"n": 5}}'"""),
            (Texts.CurlGet, $"curl --get {endpoint}{key} \\\n  --data-urlencode 'query={{ statistics {{ claims conflicts }} }}'"),
            (Texts.CurlCost, post + """'{"query": "{ claims(first: 100) { nodes { quote } } }", "extensions": {"costOnly": true}}'"""),
            (Texts.CurlIngest, post + """'{"query": "mutation($text: String!) { ingestArticle(input: {text: $text}) { claims { quote } errors { message } } }", "variables": {"text": "Twenty-six countries have committed to sending troops, the minister said on Monday."}}'"""),
            (Texts.CurlSubscribe, $"curl -N --get {endpoint}{key} \\\n  -H 'Accept: text/event-stream' \\\n  --data-urlencode 'query=subscription {{ conflictFound {{ id explanation }} }}'"),
        ];
    }
}
