namespace ClaimGraph.Server.Hosting;

/// <summary>The data folder: made when it is missing, refused when nothing can be written there.</summary>
public static class DataFolder
{
    /// <exception cref="StoreException">It cannot be made or written.</exception>
    public static void Prepare(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            var probe = Path.Combine(path, $".probe-{Environment.ProcessId}");
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(StoreFailure.NotWritable, $"The data folder {path} cannot be written ({problem.Message.TrimEnd('.')}): give another with --data DIR.", inner: problem);
        }
    }
}
