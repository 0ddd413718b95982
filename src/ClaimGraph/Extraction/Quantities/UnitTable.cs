using System.Globalization;

namespace ClaimGraph.Extraction;

/// <summary>A unit of measure or a currency as the product names it.</summary>
/// <param name="Dimension"><c>length</c>, <c>mass</c>, …, or <c>money</c>.</param>
/// <param name="Factor">To the dimension's base unit; 1 for money, which is never converted.</param>
public sealed record Unit(string Name, string Dimension, double Factor);

/// <summary>Units of measure and currencies: their spellings, and the factors by which comparison may convert.</summary>
public static class UnitTable
{
    private static readonly Dictionary<string, Unit> ByName = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, Unit> ByForm = Load();

    private static Dictionary<string, Unit> Load()
    {
        var forms = new Dictionary<string, Unit>(StringComparer.Ordinal);
        foreach (var row in WordList.Rows("units"))
        {
            var unit = ByName[row[0]] = new Unit(row[0], row[1], double.Parse(row[2], CultureInfo.InvariantCulture));
            foreach (var form in WordList.Words(row[3])) forms.TryAdd(form.Replace('_', ' '), unit);
        }
        foreach (var row in WordList.Rows("currencies"))
        {
            var unit = ByName[row[0]] = new Unit(row[0], "money", 1);
            foreach (var form in WordList.Words(row[1])) forms[form.Replace('_', ' ')] = unit;
        }
        return forms;
    }

    /// <summary>The unit with a name as <see cref="Quantity.Unit"/> has it; null for counted nouns and unknown names. A rate's unit is named before its slash.</summary>
    public static Unit? Find(string? name) => name is not null && ByName.TryGetValue(name, out var unit) ? unit : null;

    /// <summary>The unit written so, or null. Lower case, single blanks.</summary>
    internal static Unit? OfForm(string form) => ByForm.GetValueOrDefault(form);
}
