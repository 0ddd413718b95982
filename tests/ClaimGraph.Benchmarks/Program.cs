using System.CommandLine;
using BenchmarkDotNet.Running;
using ClaimGraph.Benchmarks;

// generate, measure, load, engine and pairs are ours; everything else is BenchmarkDotNet's.
if (args is ["generate" or "measure" or "load" or "engine" or "pairs", ..])
    return await new RootCommand("Makes synthetic stores, measures the reads of a store and the speed of the engine, and loads a server.") { Generate.Command(), Measure.Command(), Load.Command(), EngineSpeed.Command(), Pairs.Command() }.Parse(args).InvokeAsync();

BenchmarkSwitcher.FromAssembly(typeof(StoreReads).Assembly).Run(args);
return 0;
