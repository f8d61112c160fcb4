import fc from 'fast-check';
import { recomputeLate, recomputeP50 } from '../../../../../main/engine/eta/explanation/recompute.ts';
import { TROUBLE_KINDS } from '../../../../../shared/model/case.ts';
import {
  type Estimate,
  ETA_ADJUSTMENTS,
  ETA_BASES,
  ETA_CHANGES,
  estimateSchema,
} from '../../../../../shared/model/eta.ts';
import { STAGES } from '../../../../../shared/model/node.ts';
import { WEATHER_KINDS, WEATHER_LEVELS } from '../../../../../shared/model/weather.ts';
import { DAY, HOUR } from '../../../../../shared/time.ts';

const NOW = Date.parse('2026-06-15T04:00:00Z');
const term = fc.record({
  stage: fc.constantFrom(...STAGES.slice(0, 7)),
  usualMs: fc.integer({ min: 0, max: 9 * DAY }),
  chance: fc.constantFrom(1, 0.97, 0.6, 0.2),
  loMs: fc.constant(0),
  hiMs: fc.integer({ min: 9 * DAY, max: 20 * DAY }),
  sample: fc.nat({ max: 900 }),
  basis: fc.constantFrom(...ETA_BASES),
  daysOff: fc.array(
    fc.record({
      date: fc.constantFrom('2026-06-19', '2026-06-20'),
      name: fc.constantFrom('端午节', null),
      country: fc.constant('CN'),
      state: fc.constant(null),
      tentative: fc.boolean(),
      why: fc.constantFrom('holiday', 'own', 'week'),
    }),
    { maxLength: 2 },
  ),
});
const adjustment = fc.record({
  kind: fc.constantFrom(...ETA_ADJUSTMENTS),
  factor: fc.double({ min: 0.5, max: 2, noNaN: true }),
  addMs: fc.integer({ min: -2 * HOUR, max: 3 * DAY }),
  caseKind: fc.constantFrom(...TROUBLE_KINDS, null),
  place: fc.constantFrom('Cebu', null),
});
/** A warning of weather as the model gives it: nothing becomes earlier by it. */
const warning = fc
  .record({
    from: fc.constantFrom('2026-06-16', '2026-06-17'),
    level: fc.constantFrom(...WEATHER_LEVELS),
    kind: fc.constantFrom(...WEATHER_KINDS),
    stage: fc.constantFrom(...STAGES.slice(1, 7)),
    placeZh: fc.constantFrom('宿务', null),
    widerMs: fc.integer({ min: 0, max: 3 * DAY }),
    addMs: fc.integer({ min: 0, max: 2 * DAY }),
  })
  .map(({ addMs, ...weather }) => ({
    ...{ kind: 'weather' as const, factor: 1, addMs, caseKind: null, place: 'Cebu' },
    weather: { ...weather, to: '2026-06-17' },
  }));

const odds = fc.double({ min: -6, max: 6, noNaN: true });
const lateTerms = fc.record({
  ...{ base: odds, room: odds, length: odds, destination: fc.oneof(odds, fc.constant(0)) },
  range: fc.double({ min: 0, max: 1, noNaN: true }),
  neededMs: fc.integer({ min: HOUR, max: 30 * DAY }),
  to: fc.constantFrom('MY', 'BR', ''),
});

/** A promise so many days away, and the risk to miss it as its terms have it. */
function lateness(promised: number | null, terms: object): object {
  if (promised === null) return { pLate: null, promise: null, late: null };
  const late = promised > 0 ? { ...terms, leftMs: promised * DAY } : null;
  const promise = NOW + promised * DAY;
  return {
    promise,
    late,
    pLate: recomputeLate({ late: late as Estimate['late'], promise: promise as never }),
  };
}

/** Estimates as a model would give them: the number and the late risk follow from their terms, the parts
 * of a change from the move. */
export const someEstimate: fc.Arbitrary<Estimate> = fc
  .record({
    terms: fc.array(term, { maxLength: 6 }),
    adjustments: fc.array(fc.oneof({ weight: 4, arbitrary: adjustment }, { weight: 1, arbitrary: warning }), {
      maxLength: 4,
    }),
    parts: fc.array(
      fc.record({
        kind: fc.constantFrom(...ETA_CHANGES),
        addMs: fc.integer({ min: -3 * DAY, max: 3 * DAY }),
        stage: fc.constantFrom(...STAGES, null),
      }),
      { maxLength: 3 },
    ),
    withheld: fc.constantFrom('stale-input', 'no-scan', 'ended', null),
    promised: fc.option(fc.integer({ min: -5, max: 20 })),
    late: lateTerms,
    spread: fc.integer({ min: HOUR, max: 4 * DAY }),
    from: fc.constantFrom('ordered', 'handed-over', 'scan'),
    cold: fc.boolean(),
    calendarGap: fc.constantFrom('no-calendar', 'after-table', null),
  })
  .map(({ parts, withheld, promised, late, spread, ...rest }) => {
    const p50 = recomputeP50({ base: NOW as Estimate['base'], ...rest });
    const moved = parts.reduce((sum, part) => sum + part.addMs, 0);
    return estimateSchema.parse({
      ...rest,
      p50,
      lo80: p50 - spread,
      hi80: p50 + spread,
      lo90: p50 - 2 * spread,
      hi90: p50 + 2 * spread,
      base: NOW,
      madeAt: NOW,
      ...lateness(promised, late),
      withheld: withheld === null ? null : { since: NOW - 3 * DAY, reason: withheld },
      change: parts.length === 0 ? null : { previousP50: p50 - moved, previousMadeAt: NOW - DAY, why: parts },
    });
  });
