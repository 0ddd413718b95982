using GraphQL;
using GraphQL.Types;

namespace ClaimGraph.Api.Security;

/// <summary>The least role that may ask for a root field. Without it: reading.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RequiresAttribute(Role role) : GraphQLAttribute
{
    public const string Key = "ClaimGraph.Role";

    public override void Modify(FieldType fieldType, bool isInputType) => fieldType.Metadata[Key] = role;

    public static Role Of(FieldType field) => field.Metadata.TryGetValue(Key, out var role) && role is Role known ? known : Role.Reader;
}
