import process from 'node:process';
import fc from 'fast-check';

/**
 * How properties draw their examples: by chance, so that every run meets new ones. `SEAMARK_PROPERTY_SEED` fixes
 * them (`.ci/run` does: a commit's verdict is its own, not the day's luck), `SEAMARK_PROPERTY_RUNS` draws more of
 * them than the usual hundred wherever a property names no number of its own.
 */
const { SEAMARK_PROPERTY_SEED: seed, SEAMARK_PROPERTY_RUNS: numRuns } = process.env;
fc.configureGlobal({
  ...(seed ? { seed: Number(seed) } : {}),
  ...(numRuns ? { numRuns: Number(numRuns) } : {}),
});
