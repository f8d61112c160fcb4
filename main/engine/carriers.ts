import {
  CARRIER_SOURCE_FACTS,
  type CarrierCandidate,
  type CarrierSourceId,
  type PushSourceId,
} from '#shared/model/carrierSource.ts';
import type { ScanRow } from '#shared/model/import.ts';
import type { Market } from '#shared/model/market.ts';
import { fail, ok, type Result } from '#shared/result.ts';
import { DAY } from '#shared/time.ts';
import type { CarrierPorts } from './api/carrierPorts.ts';
import type { Clock, Logger, Random, Timers } from './ports.ts';
import { createCarrierSource, createPushScheme, type Credentials, hostOf } from './sources/carriers/index.ts';
import type { HttpFetch } from './sources/carriers/kit/http.ts';
import { placedSource, placeTimes, wantPlaces } from './sources/carriers/kit/placed.ts';
import type { AskAnswer, Asked, CallFacts, CarrierSource, DriftNote } from './sources/carriers/kit/types.ts';
import { lookUpPrefix } from './sources/carriers/recognise/learned.ts';
import { certainOf, recognise } from './sources/carriers/recognise/recognise.ts';
import { createPushReceiver } from './sources/push/receiver.ts';
import { shopeeScheme } from './sources/push/shopee.ts';
import type { PushContent } from './sources/push/types.ts';
import type { ZoneOfPlace } from './sources/times/moment.ts';
import {
  accountFailed,
  accountWorked,
  countDay,
  forgetPushes,
  noteDrift,
  numberAnswered,
  numberRegistered,
  numberStopped,
  rememberPush,
  tellCarrier,
} from './store/aggregates/carriers.ts';
import { forgetDue } from './store/aggregates/carrierRound.ts';
import type { Writer } from './store/types.ts';
import {
  carrierAccount,
  knownNumber,
  parcelOfNumber,
  pushSeen,
  toldCarrier,
  toldNeighbours,
} from './store/views/carriers.ts';
import { stateOf } from './store/views/status.ts';
import { type CarrierAsker, createCarrierAsker } from './sync/carriers/ask.ts';
import type { AskBook } from './sync/carriers/types.ts';
import type { LabPort } from './sync/lab/types.ts';
import { createLabPort } from './labPort.ts';
import type { ShopHints } from './shopHints.ts';
import { SOURCE_FAULTS_TOLD } from './sourceFaults.ts';

/** What the carriers' part of the engine is given. */
export interface CarrierHouse {
  readonly writer: Writer;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly random: Random;
  readonly log: Logger;
  readonly fetch: HttpFetch;
  /** The sandbox puts its own addresses here; null is the service's. */
  readonly hostFor?: ((source: CarrierSourceId) => string | null) | undefined;
  /** Opens the places, for times that a service writes without a zone. */
  readonly places: () => Promise<ZoneOfPlace>;
  /** Stores scans of a source inside the caller's transaction; answers how many were new. */
  readonly take: (source: CarrierSourceId, rows: readonly ScanRow[]) => number;
  /** A transaction around `take` was rolled back. */
  readonly rolledBack: () => void;
  /** Calls that were made, told beside what they brought, inside its transaction. */
  readonly heard?: ((calls: readonly CallFacts[]) => void) | undefined;
  /** Something is new in the journal, or a source changed. */
  readonly changed: () => void;
  /** The keys by which Shopee signs its pushes, and what to do about one. */
  readonly shopee: ShopHints;
}

export interface Carriers extends CarrierPorts {
  readonly asker: CarrierAsker;
  /** How the lab asks. */
  readonly lab: LabPort;
  /** Credentials changed: sources are made anew, tokens and gates with them. */
  forget(): void;
  /** Forgets what is too old to matter. */
  purge(now: number): void;
  /** Starts the receiver if the user turned it on. */
  begin(): Promise<void>;
  close(): Promise<void>;
}

/** Told numbers that are looked at for one question; more of one prefix say the same. */
const NEIGHBOURS_MAX = 500;

/** Pushes are remembered longer than any service repeats them: a replay of last month is a replay. */
const PUSHES_KEPT = 60 * DAY;
/** Days of counts that are kept. */
const DAYS_KEPT = 120;

/** Puts tracking services together: sources, executor, recognition, push receiver, and what is written down about them. */
export function createCarriers(house: CarrierHouse): Carriers {
  const { writer, clock, timers, log } = house;
  const made = new Map<CarrierSourceId, { credentials: string; source: CarrierSource }>();
  /** An answer of the sandbox proves nothing about the service. */
  const live = (id: CarrierSourceId): boolean => (house.hostFor?.(id) ?? null) === null;
  const pending: { calls: CallFacts[]; drift: DriftNote[] } = { calls: [], drift: [] };
  const day = (): number => Math.floor(clock.now() / DAY);

  /** A rolled-back transaction takes ids with it that the journal's entrance may remember. */
  const safely = <T>(work: () => T): T => {
    try {
      return writer.transaction('batch', work);
    } catch (error) {
      house.rolledBack();
      throw error;
    }
  };
  /** Writes what clients told beside their answers; inside or outside of a transaction. */
  const writeFacts = (): void => {
    const calls = pending.calls.splice(0);
    const drift = pending.drift.splice(0);
    if (calls.length + drift.length === 0) return;
    writer.transaction('batch', () => {
      house.heard?.(calls);
      for (const each of calls) countDay(writer, each.source, day(), `call ${each.outcome}`, 1, each.ms);
      for (const note of drift) noteDrift(writer, note, clock.now());
    });
  };
  const ears = new Map<CarrierSourceId, { calls: CallFacts[]; drift: number }>();
  const onCall = (facts: CallFacts): void => {
    pending.calls.push(facts);
    ears.get(facts.source)?.calls.push(facts);
  };
  const onDrift = (note: DriftNote): void => {
    pending.drift.push(note);
    const ear = ears.get(note.source);
    if (ear) ear.drift += 1;
  };
  const overhear = (id: CarrierSourceId) => {
    const ear = { calls: [] as CallFacts[], drift: 0 };
    ears.set(id, ear);
    return { calls: ear.calls, drift: () => ear.drift, stop: () => void ears.delete(id) };
  };

  const build = (id: CarrierSourceId, credentials: string): CarrierSource => {
    const known = made.get(id);
    if (known?.credentials === credentials) return known.source;
    const read = JSON.parse(credentials) as Credentials;
    const bare = createCarrierSource(id, read, {
      fetch: house.fetch,
      clock,
      timers,
      baseUrl: house.hostFor?.(id) ?? hostOf(id, read),
      onCall,
      onDrift,
    });
    const source = placedSource(bare, house.places);
    made.set(id, { credentials, source });
    return source;
  };

  const factsOf = (number: string) => {
    const parcel = parcelOfNumber(writer, number);
    return {
      market: (parcel?.market ?? null) as Market | null,
      orderNo: parcel?.orderNo ?? null,
      orderTime: parcel?.orderedAt ?? null,
    };
  };
  const candidatesOf = (number: string): CarrierCandidate[] => {
    const parcel = parcelOfNumber(writer, number);
    const neighbours = toldNeighbours(writer, lookUpPrefix(number), NEIGHBOURS_MAX);
    const own = toldCarrier(writer, number);
    const told =
      own === undefined ? neighbours : [{ number, carrier: own, by: 'person' as const }, ...neighbours];
    const named = parcel === undefined || parcel.carrier === 'unknown' ? null : parcel.carrier;
    return [...recognise(number, { named, market: parcel?.market?.toLowerCase() ?? null, told })].slice(
      0,
      20,
    );
  };
  /** The carrier to ask with: told, else named, else the certain one; never a guess. */
  const carrierFor = (number: string): string | null =>
    toldCarrier(writer, number) ?? certainOf(candidatesOf(number));

  const book: AskBook = {
    items: (source, numbers) =>
      numbers.map((number): Asked => {
        const known = knownNumber(writer, source, number);
        return {
          number,
          carrier: carrierFor(number),
          registered:
            known?.registeredAt !== null && known?.registeredAt !== undefined && known.stoppedAt === null,
          hash: known?.hash ?? null,
          phoneTail: null,
          ...factsOf(number),
        };
      }),
    restUntil: (source) => carrierAccount(writer, source)?.restUntil ?? null,
    settle: (source, answer, restUntil) => {
      const at = clock.now();
      const fresh = safely(() => {
        writeFacts();
        for (const number of answer.registered) numberRegistered(writer, source, number, at);
        let count = 0;
        for (const each of answer.answers) count += settleOne(source, each, at);
        const paid =
          CARRIER_SOURCE_FACTS[source].paidPer === 'question' ? answer.answers.length : answer.charged.length;
        if (paid > 0) countDay(writer, source, day(), 'charged', paid, 0);
        settleAccount(source, answer, restUntil, at);
        return count;
      });
      house.changed();
      return fresh;
    },
  };
  const settleOne = (source: CarrierSourceId, each: AskAnswer['answers'][number], at: number): number => {
    const { number } = each;
    const base = { source, number, at, code: null, hash: null, scans: null };
    if (each.kind === 'fault') {
      const { kind, code } = each.fault;
      numberAnswered(writer, { ...base, outcome: kind, code, answered: kind === 'no-info-yet' });
      return 0;
    }
    if (each.kind === 'unchanged') {
      numberAnswered(writer, { ...base, outcome: 'unchanged', answered: true });
      return 0;
    }
    const fresh = house.take(source, each.rows);
    numberAnswered(writer, {
      ...base,
      outcome: 'scans',
      answered: true,
      hash: each.hash,
      scans: each.rows.length,
    });
    // Scans of one carrier prove whose number it is; two carriers (first and last mile) leave it open.
    const carriers = new Set(each.rows.map((row) => row.carrier));
    const [only] = carriers;
    if (carriers.size === 1 && only !== undefined && only !== 'unknown') {
      tellCarrier(writer, { number, carrier: only, by: 'source', at });
    }
    return fresh;
  };
  const settleAccount = (
    source: CarrierSourceId,
    answer: AskAnswer,
    restUntil: number | null,
    at: number,
  ): void => {
    const good = answer.answers.some((each) => each.kind !== 'fault' || each.fault.kind === 'no-info-yet');
    const scans = answer.answers.some((each) => each.kind === 'scans' && each.rows.length > 0);
    if (good || scans) accountWorked(writer, source, at, scans && live(source));
    if (answer.fault && answer.fault.code !== 'aborted') {
      accountFailed(writer, source, { ...answer.fault, restUntil }, at);
    }
  };

  const sourceOf = (id: CarrierSourceId): CarrierSource | null => {
    const account = carrierAccount(writer, id);
    return account?.enabled ? build(id, account.credentials) : null;
  };
  const asker = createCarrierAsker({
    book,
    clock,
    timers,
    random: house.random,
    sourceOf,
  });

  const lab = createLabPort({
    book,
    asker,
    clock,
    sourceOf,
    overhear,
  });

  const schemeOf = (source: PushSourceId) => {
    if (source === 'shopee') {
      const keys = house.shopee.keys();
      return keys.length === 0 ? null : shopeeScheme(keys);
    }
    const account = carrierAccount(writer, source);
    return account?.enabled ? createPushScheme(source, JSON.parse(account.credentials) as Credentials) : null;
  };
  const takePush = async (
    source: PushSourceId,
    hash: string,
    contents: readonly PushContent[],
  ): Promise<void> => {
    const wanted = contents.some((each) => each.kind === 'scans' && wantPlaces(each.rows));
    const zoneOfPlace = wanted ? await house.places() : null;
    const at = clock.now();
    // Another push may have been taken while the places were opened.
    if (pushSeen(writer, source, hash)) return;
    safely(() => {
      writeFacts();
      rememberPush(writer, source, hash, at);
      for (const each of contents) {
        if (each.kind === 'hint') house.shopee.take(each);
        if (source === 'shopee') continue;
        if (each.kind === 'scans') {
          house.take(source, zoneOfPlace ? placeTimes(each.rows, zoneOfPlace) : each.rows);
          numberRegistered(writer, source, each.number, at);
          if (each.hash !== '') {
            const scans = each.rows.length;
            const told = { source, number: each.number, outcome: 'scans', code: null, answered: true };
            numberAnswered(writer, { ...told, hash: each.hash, scans, at });
          }
          accountWorked(writer, source, at, live(source));
        }
        if (each.kind === 'stopped') numberStopped(writer, source, each.number, at);
      }
    });
    if (source === 'shopee') house.shopee.taken();
    else house.changed();
  };
  const receiver = createPushReceiver(
    {
      schemeOf,
      publicBase: () => stateOf(writer, 'push.base') || null,
      context: { factsOf, onDrift },
      seen: (source, hash) => pushSeen(writer, source, hash),
      take: takePush,
      count: (source, outcome) => {
        writer.transaction('batch', () => countDay(writer, source, day(), `push ${outcome}`, 1, 0));
      },
    },
    { clock, timers, log },
  );

  const listen = async (on: boolean, port: number): Promise<Result<null>> => {
    if (on && receiver.port() !== null && receiver.port() === port) return ok(null);
    await receiver.stop();
    if (!on) return ok(null);
    const started = await receiver.start(port);
    return started.ok ? ok(null) : started;
  };

  return {
    asker,
    lab,
    listen,
    listening: () => receiver.port(),
    pushReady: (source) => schemeOf(source) !== null,
    candidates: (number) => {
      const candidates = candidatesOf(number);
      return { candidates, certain: toldCarrier(writer, number) ?? certainOf(candidates) };
    },
    test: async (id) => {
      const account = carrierAccount(writer, id);
      if (!account) return fail('not-found');
      const from = clock.now();
      const answer = await build(id, account.credentials).test(new AbortController().signal);
      const at = clock.now();
      writer.transaction('batch', () => {
        writeFacts();
        if (answer.fault) accountFailed(writer, id, { ...answer.fault, restUntil: null }, at);
        else accountWorked(writer, id, at, false);
      });
      house.changed();
      if (answer.fault)
        return fail(SOURCE_FAULTS_TOLD[answer.fault.kind], { source: id, code: answer.fault.code });
      return ok({ ms: at - from, allowance: answer.allowance });
    },
    forget: () => made.clear(),
    purge: (now) => {
      forgetDue(writer, now - DAYS_KEPT * DAY);
      forgetPushes(writer, now - PUSHES_KEPT, Math.floor(now / DAY) - DAYS_KEPT);
    },
    begin: async () => {
      if (stateOf(writer, 'push.on') !== '1') return;
      const started = await listen(true, Number(stateOf(writer, 'push.port') ?? 0));
      if (!started.ok) log.warn('push.start', { code: started.error.code });
    },
    close: () => receiver.stop(),
  };
}
