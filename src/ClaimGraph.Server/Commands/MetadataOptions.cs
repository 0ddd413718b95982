using System.CommandLine;
using ClaimGraph.Server.Reading;

namespace ClaimGraph.Server.Commands;

/// <summary>What the command line says of articles: it wins over what they say of themselves.</summary>
public sealed class MetadataOptions
{
    private readonly Option<string?> _published = new("--published") { Description = "When they were published: a day, month or year (2025-09-04, 2025-09, 2025), or an instant.", HelpName = "DATE" };
    private readonly Option<string?> _outlet = new("--outlet") { Description = "Who published them.", HelpName = "NAME" };
    private readonly Option<string?> _url = new("--url") { Description = "The article's address; nothing is fetched from it.", HelpName = "URL" };
    private readonly Option<string?> _title = new("--title") { Description = "The article's title.", HelpName = "TEXT" };
    private readonly Option<string?> _language = new("--language") { Description = "Their language, as en or en-GB.", HelpName = "TAG" };
    private readonly Option<string?> _as = new("--as") { Description = "Read standard input and files of other kinds as text, html or lines (JSON lines).", HelpName = "FORMAT" };

    public MetadataOptions() => _as.AcceptOnlyFromAmong("text", "html", "lines");

    public IReadOnlyList<Option> All => [_published, _outlet, _url, _title, _language, _as];

    public InputFormat? Format(ParseResult parse) => parse.GetValue(_as) switch
    {
        "html" => InputFormat.Html,
        "lines" => InputFormat.Lines,
        "text" => InputFormat.Text,
        _ => null,
    };

    /// <exception cref="UsageException">An address or title is given for several articles.</exception>
    public void Check(ParseResult parse, IReadOnlyList<Input> inputs)
    {
        if ((parse.GetValue(_url) ?? parse.GetValue(_title)) is not null && (inputs.Count > 1 || inputs.Any(i => i.Format == InputFormat.Lines)))
            throw new UsageException("--url and --title describe one article, and several are given.");
    }

    public Article Apply(ParseResult parse, Article article) => article with
    {
        Published = parse.GetValue(_published) ?? article.Published,
        Outlet = parse.GetValue(_outlet) ?? article.Outlet,
        Url = parse.GetValue(_url) ?? article.Url,
        Title = parse.GetValue(_title) ?? article.Title,
        Language = parse.GetValue(_language) ?? article.Language,
    };
}
