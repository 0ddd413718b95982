using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ClaimGraph.Server.Security;

/// <summary>An API key as the file keeps it: never the key itself.</summary>
/// <param name="Hash">SHA-256 of the key, in hex. The key is 256 random bits, so that no slow hash is needed.</param>
public sealed record ApiKey(string Name, string Role, string Hash, DateTimeOffset Created, DateTimeOffset? Revoked = null);

/// <summary>The keys of a server, or of several that share the file. Read anew whenever it changes.</summary>
public sealed class KeyFile(string path)
{
    public const string FileName = "keys.json";
    public const string Prefix = "cg_";

    private readonly Lock _reading = new();
    private (DateTime Written, long Length) _seen;
    private IReadOnlyList<ApiKey> _keys = [];

    public string Path => path;

    public static string Hash(string key) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    /// <summary>The keys now, revoked ones too.</summary>
    /// <exception cref="IOException">The file is there and cannot be read.</exception>
    public IReadOnlyList<ApiKey> All()
    {
        lock (_reading)
        {
            var file = new FileInfo(path);
            var seen = file.Exists ? (file.LastWriteTimeUtc, file.Length) : default;
            if (seen != _seen)
            {
                _keys = file.Exists ? Read() : [];
                _seen = seen;
            }
            return _keys;
        }
    }

    /// <summary>The key in force that this is, or null.</summary>
    public ApiKey? Find(string key)
    {
        if (!key.StartsWith(Prefix, StringComparison.Ordinal)) return null;
        var hash = Hash(key);
        return All().FirstOrDefault(k => k.Revoked is null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(k.Hash), Encoding.ASCII.GetBytes(hash)));
    }

    public bool HoldsHash(string hash) => All().Any(k => k.Revoked is null && k.Hash == hash);

    /// <returns>The key, to be shown once; null where the name is taken by a key in force.</returns>
    public string? Create(string name, string role, TimeProvider clock)
    {
        var key = Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)).Replace('+', '-').Replace('/', '_').TrimEnd('=');
        return Change(keys => keys.Any(k => k.Name == name && k.Revoked is null) ? null : [.. keys, new ApiKey(name, role, Hash(key), clock.GetUtcNow())]) ? key : null;
    }

    /// <returns>False where no key in force has the name.</returns>
    public bool Revoke(string name, TimeProvider clock) =>
        Change(keys => keys.Any(k => k.Name == name && k.Revoked is null) ? [.. keys.Select(k => k.Name == name && k.Revoked is null ? k with { Revoked = clock.GetUtcNow() } : k)] : null);

    /// <summary>Changes the file under a lock that other processes respect, by way of a second file: a reader sees the old or the new one, never half.</summary>
    private bool Change(Func<IReadOnlyList<ApiKey>, IReadOnlyList<ApiKey>?> change)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!);
        using var turn = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        if (change(File.Exists(path) ? Read() : []) is not { } changed) return false;

        var draft = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var stream = new FileStream(draft, options))
        {
            JsonSerializer.Serialize(stream, changed, KeyJson.Default.IReadOnlyListApiKey);
        }
        File.Move(draft, path, overwrite: true);
        return true;
    }

    private IReadOnlyList<ApiKey> Read()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), KeyJson.Default.IReadOnlyListApiKey) ?? [];
        }
        catch (JsonException problem)
        {
            throw new IOException($"The key file {path} is broken: {problem.Message}", problem);
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<ApiKey>))]
internal sealed partial class KeyJson : JsonSerializerContext;
