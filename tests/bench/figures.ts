/** The value below which `share` of the samples lie (nearest rank); 0 without samples. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] ?? 0;
}

/** Median and 99th centile of some milliseconds, as they are printed. */
export function spread(samples: readonly number[]): { p50: number; p99: number; samples: number } {
  return { p50: round(quantile(samples, 0.5)), p99: round(quantile(samples, 0.99)), samples: samples.length };
}

/** Three significant places are all that a shared machine can tell. */
export function round(value: number): number {
  return Number(value.toPrecision(3));
}

/** Milliseconds that this thread has computed so far; unlike the clock it does not pass while others have the processor. */
export function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

/** Milliseconds that `work` takes. */
export function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
