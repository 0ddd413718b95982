using ClaimGraph.Stores.Tests;
using ClaimGraph.Stores.Tests.Support;
using Xunit.MicrosoftTestingPlatform;
using Xunit.Runner.InProc.SystemConsole;

if (WritingProcess.IsAskedFor(args)) return await WritingProcess.RunAsync(args);

return args.Any(a => a is "--server" or "--internal-msbuild-node")
    ? await TestPlatformTestFramework.RunAsync(args, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
    : await ConsoleRunner.Run(args);
