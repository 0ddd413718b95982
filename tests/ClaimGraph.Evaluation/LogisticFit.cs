namespace ClaimGraph.Evaluation;

/// <summary>One example: what is seen, whether it holds, and the topic or month that is left out together.</summary>
internal sealed record Example(double[] Features, bool Holds, string Group);

/// <summary>
/// Logistic regression with a ridge by Newton's method. Each group weighs by the root of its size, so that one large topic does not decide. The first feature is the bias.
/// </summary>
internal static class LogisticFit
{
    private const double Ridge = 3, BiasRidge = 0.01;
    private const int Rounds = 15;

    public static double[] Fit(IReadOnlyList<Example> examples)
    {
        if (examples.Count == 0) return [];
        var n = examples[0].Features.Length;
        var weights = new double[n];
        var sizes = examples.GroupBy(e => e.Group, StringComparer.Ordinal).ToDictionary(g => g.Key, g => 1 / Math.Sqrt(g.Count()), StringComparer.Ordinal);
        var scale = examples.Count / examples.Sum(e => sizes[e.Group]);
        for (var round = 0; round < Rounds; round++)
        {
            var gradient = new double[n];
            var curvature = new double[n, n];
            foreach (var e in examples)
            {
                var p = Score(weights, e.Features);
                var (error, bend) = (((e.Holds ? 1 : 0) - p) * sizes[e.Group] * scale, p * (1 - p) * sizes[e.Group] * scale);
                for (var i = 0; i < n; i++)
                {
                    if (e.Features[i] == 0) continue;
                    gradient[i] += error * e.Features[i];
                    for (var j = 0; j < n; j++) curvature[i, j] += bend * e.Features[i] * e.Features[j];
                }
            }
            for (var i = 0; i < n; i++)
            {
                var ridge = i == 0 ? BiasRidge : Ridge;
                gradient[i] -= ridge * weights[i];
                curvature[i, i] += ridge;
            }
            var step = Solve(curvature, gradient);
            for (var i = 0; i < n; i++) weights[i] += step[i];
        }
        return weights;
    }

    public static double Score(double[] weights, double[] features)
    {
        var sum = 0.0;
        for (var i = 0; i < features.Length; i++) sum += weights[i] * features[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>Gauss elimination; the ridge keeps the matrix positive definite, so that no pivot is zero.</summary>
    private static double[] Solve(double[,] a, double[] b)
    {
        var n = b.Length;
        for (var i = 0; i < n; i++)
        {
            for (var k = i + 1; k < n; k++)
            {
                var factor = a[k, i] / a[i, i];
                for (var j = i; j < n; j++) a[k, j] -= factor * a[i, j];
                b[k] -= factor * b[i];
            }
        }
        var x = new double[n];
        for (var i = n - 1; i >= 0; i--)
        {
            var sum = b[i];
            for (var j = i + 1; j < n; j++) sum -= a[i, j] * x[j];
            x[i] = sum / a[i, i];
        }
        return x;
    }
}
