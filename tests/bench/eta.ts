import type { Stage } from '../../shared/model/node.ts';
import { type CalendarSettings, CALENDAR_PLACES, WEEKDAYS } from '../../shared/model/calendar.ts';
import { SELLER_ZONE } from '../../shared/model/market.ts';
import { asInstant, DAY, type Instant } from '../../shared/time.ts';
import { LATE_RISK, watchPromise } from '../../main/engine/cases/promise.ts';
import { dateOf } from '../../main/engine/eta/calendars/days.ts';
import { countsFrom } from '../../main/engine/eta/calendars/handOver.ts';
import { type WorkRules, workRules } from '../../main/engine/eta/calendars/workRules.ts';
import { asOf, judgedAt } from '../../main/engine/eta/live/grid.ts';
import { surroundings } from '../../main/engine/eta/live/surroundings.ts';
import { estimate, type ParcelState } from '../../main/engine/eta/model/estimate.ts';
import type { WayWeather } from '../../main/engine/eta/weather/hazards.ts';
import { parcelOf } from '../../main/engine/eta/model/fromJourney.ts';
import { learnStages, ROUTE, stagesFrom, type Begun } from '../../main/engine/eta/model/journey.ts';
import { Reading } from '../../main/engine/eta/model/reading.ts';
import { createReadings } from '../../main/engine/readings.ts';
import { createModel, type ModelState } from '../../main/engine/eta/model/state.ts';
import type { Traits } from '../../main/engine/eta/model/traits.ts';
import { WAITS } from '../../main/engine/eta/model/standing.ts';
import { type Forecast, forecast, learnWhole } from '../../main/engine/eta/model/whole.ts';
import { cpuMs, quantile, round, timed } from './figures.ts';

const FIRST = 20_000;
const MARKETS = ['SG', 'MY', 'TH', 'VN', 'ID', 'PH', 'TW', 'BR', 'MX', 'CO', 'CL'] as const;
const CARRIERS = ['spx', 'jt', 'ninjavan', 'correios'] as const;
const HISTORY = 4_000;

/** A number from 0 to 1 that is fixed by `index`, spread evenly (golden ratio). */
const spread = (index: number): number => (index * 0.618_033_988_75) % 1;

function traitsOf(index: number): Traits {
  const market = MARKETS[index % MARKETS.length] ?? 'MY';
  const origin = index % 3 === 0 ? 'CN-GD' : 'CN-ZJ';
  const carrier = CARRIERS[index % CARRIERS.length] ?? 'spx';
  return { origin, destination: market, carrier, region: `CN>${market}`, tightness: spread(index) - 0.5 };
}

const begun = (stage: Stage, at: number): Begun => ({
  stage,
  at,
  weekday: Math.floor(at) % 7,
  hour: Math.floor((at % 1) * 24),
  before: null,
});

interface Underway {
  readonly traits: Traits;
  readonly starts: readonly Begun[];
  readonly foreseen: readonly { readonly from: Begun; readonly told: Forecast }[];
  readonly deliveredAt: number;
}

/** A journey up to its delivery, foreseen as the engine does it on the days before: where a stage begins or has lasted some days. */
function underway(state: ModelState, index: number): Underway {
  const traits = traitsOf(index);
  const starts: Begun[] = [];
  const foreseen: { from: Begun; told: Forecast }[] = [];
  let at = FIRST + index / 100;
  for (const [place, stage] of ROUTE.entries()) {
    const from = begun(stage, at);
    const days = 0.3 + 2 * spread(index * 7 + place);
    starts.push(from);
    for (const waited of [0, ...WAITS.filter((each) => each < days)]) {
      foreseen.push({
        from,
        told: forecast(state, stagesFrom(stage), traits, from, { waited, trouble: null }),
      });
    }
    at += days;
  }
  return { traits, starts, foreseen, deliveredAt: at };
}

/** Its delivery: what became of each forecast, and its stages. */
function deliver(state: ModelState, { traits, starts, foreseen, deliveredAt: at }: Underway): void {
  for (const { from, told } of foreseen) {
    learnWhole(state, stagesFrom(from.stage), traits, from, told, at - told.at, at);
  }
  learnStages(state, traits, starts, at, at);
}

function openParcel(index: number, now: number): ParcelState {
  const stage = ROUTE[index % ROUTE.length] ?? 'ORIGIN';
  return {
    traits: traitsOf(index),
    start: begun(stage, now - 3 * spread(index)),
    lastScanAt: asInstant(Math.round((now - spread(index)) * DAY)),
    promise: asInstant(Math.round((now + 10 * spread(index + 1)) * DAY)),
    ended: false,
  };
}

/** What a parcel under way is judged by: its journey, a promise within ten days, and the scans before. */
function openJourney(index: number, now: number) {
  const at = ROUTE.indexOf(ROUTE[index % ROUTE.length] ?? 'ORIGIN');
  const arrived = now - 3 * spread(index);
  const spans = ROUTE.slice(0, at + 1).map((stage, place) => ({
    ...{ stage, direction: 'forward' as const, end: null, place: null, events: [] },
    start: asInstant(Math.round((arrived - (at - place) * 1.3) * DAY)),
  }));
  const scans = spans.map(({ start }) => start);
  const lastScanAt = scans.at(-1) ?? null;
  const facts = {
    traits: traitsOf(index),
    orderedAt: asInstant(Math.round((arrived - at * 1.3 - 1) * DAY)),
    promise: asInstant(Math.round((now + 10 * spread(index + 1)) * DAY)),
    zone: () => 'Asia/Kuala_Lumpur',
  };
  const stage = spans.at(-1)?.stage ?? null;
  const journey = { spans, stage, terminal: false, direction: 'forward' as const, lastScanAt };
  // The engine has it from the estimate that it has just made.
  return { journey, scans, facts, state: parcelOf(journey, facts) };
}

/** Whether each of so many parcels will miss its promise, as the engine asks it at every tick. */
function judge(
  model: ModelState,
  now: number,
  parcels: readonly ReturnType<typeof openJourney>[],
): { standing: number; looks: number } {
  const readings = createReadings(() => model);
  const around = { openCase: null, hazards: null, daysOff: () => [], calendarGap: () => null };
  let standing = 0;
  let looks = 0;
  for (const { journey, scans, facts, state } of parcels) {
    const { warning } = watchPromise({
      ...{ now: now * DAY, promise: facts.promise, zone: facts.zone(), explained: false, claimed: false },
      ...{ lastEventId: null, moments: judgedAt(now * DAY, journey.lastScanAt, LATE_RISK.days) },
      estimateAt: (at) => {
        looks += 1;
        const then = asOf(journey, at, () => scans);
        const parcel = then === journey ? state : parcelOf(then, facts);
        return estimate(readings.at(at), parcel, { now: at, ...around });
      },
    });
    if (warning === 'standing') standing += 1;
  }
  return { standing, looks };
}

/** A seller who has set all there is: closed days in each place, a week without Sundays and a cut-off for each carrier. */
function everythingSet(now: number): CalendarSettings {
  const [from, to] = [dateOf(Math.floor(now) + 3), dateOf(Math.floor(now) + 4)];
  return {
    ownDaysOff: CALENDAR_PLACES.map((place) => ({ from, to, name: 'Closed', place })),
    carrierWeeks: CARRIERS.map((carrier) => ({ carrier, place: null, days: WEEKDAYS.slice(0, 6) })),
    cutOffs: CARRIERS.map((carrier) => ({ carrier, time: '12:00', zone: SELLER_ZONE })),
  };
}

/** A storm wherever anybody stands, today and tomorrow, and calm beyond. */
function stormAt(now: number): WayWeather {
  const [from, to] = [dateOf(Math.floor(now)), dateOf(Math.floor(now) + 1)];
  const spells = [{ from, to, level: 'severe', kind: 'wind' }] as const;
  return { here: { id: 'h:SZX', name: 'Shenzhen', zh: null, offsetMs: 0, spells }, ahead: () => null };
}

/** One parcel estimated as the engine does it, on the calendars of its places and under the rules that are set. */
function estimateOf(
  parcel: ParcelState,
  reading: Reading,
  now: Instant,
  rules: WorkRules,
  weather: WayWeather | null,
): void {
  const { destination: market, carrier } = parcel.traits;
  const { start } = parcel;
  const counts =
    start?.stage === 'FIRST_MILE'
      ? countsFrom(rules, [carrier], 'CN', asInstant(Math.round(start.at * DAY)))
      : null;
  const state =
    counts && start
      ? { ...parcel, start: { ...start, at: counts.at / DAY }, handOver: { ...counts, happenedAt: now } }
      : parcel;
  estimate(
    reading,
    state,
    surroundings({ now, market, openCase: null, rules, carriers: [carrier], weather }),
  );
}

/** Re-estimates of open parcels after an update of the model, and single events, at two sizes. */
export async function benchEta(): Promise<unknown> {
  const state = createModel();
  for (let index = 0; index < HISTORY; index += 1) deliver(state, underway(state, index));
  const now = FIRST + HISTORY / 100 + 20;
  const at = asInstant(now * DAY);
  const nothing = workRules();
  const all = workRules(everythingSet(now));
  const sizes = [10_000, 100_000].map((parcels) => {
    const open = Array.from({ length: parcels }, (_, index) => openParcel(index, now));
    const measure = (rules: WorkRules, weather: WayWeather | null = null) => {
      const busy = cpuMs();
      const runs = Array.from({ length: 3 }, () =>
        timed(() => {
          const reading = new Reading(state, now);
          for (const parcel of open) estimateOf(parcel, reading, at, rules, weather);
        }),
      );
      return {
        allMs: round(quantile(runs, 0.5)),
        allCpuMs: round((cpuMs() - busy) / runs.length),
        eachMicroseconds: round((quantile(runs, 0.5) * 1_000) / parcels),
      };
    };
    const [plain, ownCalendars] = [measure(nothing), measure(all)];
    const stormy = measure(nothing, stormAt(now));
    const promised = Array.from({ length: parcels }, (_, index) => openJourney(index, now));
    const judging = cpuMs();
    let judged = { standing: 0, looks: 0 };
    const judgedMs = round(timed(() => (judged = judge(state, now, promised))));
    const promises = { ...judged, ms: judgedMs, cpuMs: round(cpuMs() - judging) };
    return { parcels, ...plain, ownCalendars, stormy, promises };
  });
  // The largest event: a delivery is learnt from every moment at which it was foreseen, and a parcel is estimated by what is then
  // known. The other one: a stage begins, its rest is foreseen, and the parcel is estimated anew.
  const estimateOne = (index: number): void =>
    estimateOf(openParcel(index, now), new Reading(state, now), at, nothing, null);
  const begins = Array.from({ length: 2_000 }, (_, index) => {
    const traits = traitsOf(index);
    const from = begun(ROUTE[index % ROUTE.length] ?? 'ORIGIN', now);
    return timed(() => {
      forecast(state, stagesFrom(from.stage), traits, from);
      estimateOne(index);
    });
  });
  const deliveries = Array.from({ length: 2_000 }, (_, index) => {
    const parcel = underway(state, HISTORY + index);
    return timed(() => {
      deliver(state, parcel);
      estimateOne(index);
    });
  });
  const told = (times: readonly number[]) => ({
    p50: round(quantile(times, 0.5)),
    p99: round(quantile(times, 0.99)),
  });
  return {
    target: '100,000 open parcels in under 3,000 ms; an event in under 1 ms',
    history: HISTORY,
    sizes,
    deliveryLearntAndEstimatedMs: told(deliveries),
    stageForeseenAndEstimatedMs: told(begins),
    modelBytes: JSON.stringify(state).length,
  };
}
