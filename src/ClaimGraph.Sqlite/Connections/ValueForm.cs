namespace ClaimGraph.Sqlite;

/// <summary>
/// The flags of a value in one integer, so that lists read one column instead of ten. From the lowest bit: 0 has a quantity, 1 low inclusive, 2 high inclusive,
/// 3 approximate, 4-6 comparator, 7-10 kind of quantity, 11-12 polarity, 13-16 modality, then which of low, high, unit, vague, scope, condition are given (17-22).
/// </summary>
internal static class ValueForm
{
    /// <summary>Modality as SQL, on a row named <paramref name="row"/>.</summary>
    public static string Modality(string row) => $"(({row}.form >> 13) & 15)";

    public static long Of(Value value)
    {
        var form = (long)value.Polarity << 11 | (long)value.Modality << 13 | Bit(21, value.Scope.Count > 0) | Bit(22, value.Condition is not null);
        return value.Quantity is not { } q ? form
            : form | 1 | Bit(1, q.LowInclusive) | Bit(2, q.HighInclusive) | Bit(3, q.Approximate) | (long)q.Comparator << 4 | (long)q.Kind << 7
                | Bit(17, q.Low is not null) | Bit(18, q.High is not null) | Bit(19, q.Unit is not null) | Bit(20, q.Vague is not null);
    }

    /// <summary>Reads a value from seven columns in a row: text, form, low, high, unit, vague, scope, condition.</summary>
    public static Value Read(Statement row, int first)
    {
        var form = row.Int(first + 1);
        var quantity = !Has(form, 0) ? null : new Quantity(
            (Comparator)(form >> 4 & 7),
            Has(form, 17) ? row.Real(first + 2) : null,
            Has(form, 18) ? row.Real(first + 3) : null,
            Has(form, 1),
            Has(form, 2),
            Has(form, 19) ? row.Text(first + 4) : null,
            (QuantityKind)(form >> 7 & 15),
            Has(form, 3),
            Has(form, 20) ? row.Text(first + 5) : null);
        return new Value(row.Text(first), quantity, (Polarity)(form >> 11 & 3), (Modality)(form >> 13 & 15))
        {
            Scope = Has(form, 21) ? Packed.Lines(row.Text(first + 6)) : [],
            Condition = Has(form, 22) ? row.Text(first + 7) : null,
        };
    }

    /// <summary>Binds the same columns in the same order.</summary>
    public static Statement AddValue(this Statement statement, Value value) => statement
        .Add(value.Text).Add(Of(value)).Add(value.Quantity?.Low).Add(value.Quantity?.High).Add(value.Quantity?.Unit).Add(value.Quantity?.Vague)
        .Add(Packed.Lines(value.Scope)).Add(value.Condition);

    private static bool Has(long form, int bit) => (form >> bit & 1) != 0;

    private static long Bit(int bit, bool set) => set ? 1L << bit : 0;
}
