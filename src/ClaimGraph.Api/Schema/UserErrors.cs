using System.ComponentModel;
using GraphQL;

namespace ClaimGraph.Api.Schema;

[Name("UserError")]
[Description("A mistake that the one who asked can correct, or something that happened meanwhile.")]
internal interface IUserError
{
    [Description("Stable name of the kind of error.")]
    string Code { get; }

    [Description("What happened, in words.")]
    string Message { get; }

    [Description("The input field that is meant, from the argument on.")]
    IReadOnlyList<string>? Path { get; }
}

[Implements(typeof(IUserError))]
[Description("Something in the input is wrong.")]
internal sealed class InvalidInput(string code, string message, params string[] path) : IUserError
{
    [Description("Stable name of the kind of error.")]
    public string Code => code;

    [Description("What is wrong, in words.")]
    public string Message => message;

    [Description("The input field that is meant, from the argument on.")]
    public IReadOnlyList<string>? Path => path.Length == 0 ? null : path;
}

[Implements(typeof(IUserError))]
[Description("What the input names does not exist.")]
internal sealed class NotFound(string message, params string[] path) : IUserError
{
    [Description("Always `NOT_FOUND`.")]
    public string Code => ErrorCodes.NotFound;

    [Description("What was not found.")]
    public string Message => message;

    [Description("The input field that names it, from the argument on.")]
    public IReadOnlyList<string>? Path => path.Length == 0 ? null : path;
}

[Implements(typeof(IUserError))]
[Description("Somebody gave a verdict after you looked. Nothing was stored: look at theirs, then decide.")]
internal sealed class SomebodyWasQuicker(Assessment assessment) : IUserError
{
    [Description("Always `SOMEBODY_WAS_QUICKER`.")]
    public string Code => "SOMEBODY_WAS_QUICKER";

    [Description("What happened, in words.")]
    public string Message => $"{assessment.By} gave a verdict before you. Nothing was stored.";

    [Description("The input field that is out of date.")]
    public IReadOnlyList<string>? Path => ["input", "expectedVersion"];

    [Description("The verdict that came before.")]
    public Assessment Assessment => assessment;
}
