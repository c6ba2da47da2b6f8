using CaseFlow.Benchmarks;

return await Korning.Kor(args);
