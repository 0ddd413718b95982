using System.Text;

namespace ClaimGraph.Sqlite;

/// <summary>A statement's text with its arguments, built side by side. The text depends on the shape of a filter only, so that statements are prepared once.</summary>
internal sealed class Sql
{
    private readonly StringBuilder _text = new(1024);
    private readonly List<Argument> _arguments = [];

    private readonly record struct Argument(long Int, double Real, string? Text, byte Type);

    public Sql Add(string text)
    {
        _text.Append(text);
        return this;
    }

    /// <summary>Appends <c>?</c> with its value.</summary>
    public Sql Value(long value)
    {
        _text.Append('?');
        _arguments.Add(new Argument(value, 0, null, 0));
        return this;
    }

    public Sql Value(double value)
    {
        _text.Append('?');
        _arguments.Add(new Argument(0, value, null, 1));
        return this;
    }

    public Sql Value(string value)
    {
        _text.Append('?');
        _arguments.Add(new Argument(0, 0, value, 2));
        return this;
    }

    public Sql Add(Sql other)
    {
        _text.Append(other._text);
        _arguments.AddRange(other._arguments);
        return this;
    }

    public bool IsEmpty => _text.Length == 0;

    public Statement Prepare(Connection db)
    {
        var statement = db.Prepare(_text.ToString());
        foreach (var argument in _arguments)
        {
            if (argument.Type == 0) statement.Add(argument.Int);
            else if (argument.Type == 1) statement.Add(argument.Real);
            else statement.Add(argument.Text);
        }
        return statement;
    }
}
