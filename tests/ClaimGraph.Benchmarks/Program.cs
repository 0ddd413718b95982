using System.CommandLine;
using BenchmarkDotNet.Running;
using ClaimGraph.Benchmarks;

// generate and measure are ours; everything else is BenchmarkDotNet's.
if (args is ["generate" or "measure", ..])
    return await new RootCommand("Makes synthetic stores and measures the reads of a store.") { Generate.Command(), Measure.Command() }.Parse(args).InvokeAsync();

BenchmarkSwitcher.FromAssembly(typeof(StoreReads).Assembly).Run(args);
return 0;
