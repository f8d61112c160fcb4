import { setImmediate as breathe } from 'node:timers/promises';
import { join } from 'node:path';
import type { EngineStatus } from '#shared/contract/app.ts';
import { fail, type Fault } from '#shared/result.ts';
import { DAY, HOUR, MINUTE } from '#shared/time.ts';
import type { StartFailure } from '#shared/contract/faults.ts';
import type { ScanWords } from '#shared/model/event.ts';
import { engineHandlers } from './api/index.ts';
import { createRouter } from './api/router.ts';
import { createTopicHub } from './api/topics.ts';
import { createCalendarCommands } from './commands/calendar.ts';
import { engineStatus, numberOf } from './status.ts';
import { createArrivals } from './arrivals.ts';
import type { Engine, EngineOptions } from './engine.ts';
import { createAtlas } from './atlas.ts';
import { createBackups } from './backups.ts';
import { joinImports } from './importJoin.ts';
import { joinCarriers } from './carrierJoin.ts';
import { createCaseCommands } from './commands/cases.ts';
import { createDraftCommands } from './commands/drafts.ts';
import { createRuleBook } from './ownRules.ts';
import { loadPlaces } from './journey/places/index.ts';
import { composeFor } from './message.ts';
import { createPipeline } from './pipeline.ts';
import { createScanJournal } from './scans.ts';
import { createDrive } from './drive.ts';
import { createShopGate } from './shopGate.ts';
import { createShopHints } from './shopHints.ts';
import { createShopJournal } from './shopJournal.ts';
import { CALENDAR_TABLE } from './eta/calendars/list.ts';
import { workRules } from './eta/calendars/workRules.ts';
import { createScorekeeper } from './scores.ts';
import { exportRefused } from './sources/files/refusedCsv.ts';
import { exportRules } from './sources/files/rulesFile.ts';
import { markAllDirty } from './store/aggregates/journeys.ts';
import { setState } from './store/aggregates/audit.ts';
import { listBackups } from './store/backup.ts';
import { storeFault } from './store/faults.ts';
import { openStore } from './store/open.ts';
import { createUpkeep } from './store/upkeep.ts';
import { purgeExpired } from './store/purge.ts';
import { canonicalRows, scanDelays } from './store/views/canonical.ts';
import { allRefused } from './store/views/imports.ts';
import { stateOf, statusFigures } from './store/views/status.ts';
import { systemFetch } from './system.ts';
import { createShops } from './shops.ts';
import { createWeather } from './weather.ts';
import { createShopSync } from './sync/shopee/shopSync.ts';

export type { Engine, EngineOptions };

/** How often the clock looks for silence and sleepers. */
const ROUND_MS = MINUTE;
/** The same for an engine that is driven through weeks: silence is counted in days. */
const DRIVEN_ROUND_MS = HOUR;

/**
 * The composition root: the only file that constructs things. Opens the store and puts the stages together in the
 * order in which data flows; a named start-up failure comes back as data.
 */
export function createEngine(
  options: EngineOptions,
): { ok: true; engine: Engine } | { ok: false; failure: StartFailure } {
  const { clock, timers, log } = options;
  const startedAt = clock.now();
  const backupFolder = join(options.home, 'backups');
  const file = { path: join(options.home, 'seamark.db'), key: options.key, backupFolder };
  const opened = openStore({ ...file, clock, log });
  if (!opened.ok) return opened;
  const { store } = opened;
  const { writer } = store;
  const upkeep = createUpkeep({ store, file, thread: options.upkeep, clock, timers, log });
  let online = true;
  let suspended = false;
  let closing = false;
  let stopRound: (() => void) | null = null;
  let nextRound = 0;

  const status = (): EngineStatus =>
    engineStatus(store, { importRunning: imports.running(), online, paused: suspended, now: clock.now() });
  const topics = createTopicHub({ send: options.send, timers, startAt: startedAt, status });
  const journalChanged = (): void => {
    for (const topic of ['queue', 'parcels', 'orders', 'sources', 'drafts'] as const) topics.touch(topic);
  };
  const calendarCommands = createCalendarCommands({
    writer,
    reader: store.reader,
    clock,
    table: CALENDAR_TABLE,
    changed: () =>
      void pipeline
        .projectAll(stopTending.signal)
        .then(() => arrivals.kick())
        .catch((error: unknown) =>
          log.error('calendar.project', { code: faultOf(error)?.code ?? 'internal' }),
        ),
  });
  const rules = createRuleBook({
    writer,
    clock,
    changed: () => {
      pipeline.forget();
      scans.forget();
      topics.touch('sources');
      projectSoon();
    },
  });
  const pipeline = createPipeline({
    writer,
    clock,
    breathe,
    changed: journalChanged,
    ownDaysOff: (place) => workRules(calendarCommands.settings()).own(place),
    places: loadPlaces,
    meaningOf: (words) => rules.meaning(words),
  });
  const scores = createScorekeeper({ writer, reader: store.reader, clock });
  const faultOf = (error: unknown): Fault | null => storeFault(error);
  const weather = createWeather({
    ...{ writer, reader: store.reader, clock, timers, log, breathe, faultOf, places: loadPlaces },
    network: options.weather,
    byTimers: options.driven !== true,
    changed: () => {
      topics.touch('sources');
      topics.touch('parcels');
    },
  });
  const arrivals = createArrivals({
    ...{ writer, reader: store.reader, clock, log, scores, breathe, faultOf },
    changed: (cases) => {
      topics.touch('parcels');
      if (cases) topics.touch('queue');
    },
    workRules: () => workRules(calendarCommands.settings()),
    weather: weather.way,
  });
  const nodeOf = (words: ScanWords): string => rules.meaning(words).node;
  const imports = joinImports({
    ...{ writer, clock, timers, log, nodeOf, faultOf, reader: options.reader },
    changed: journalChanged,
    project: (signal) => pipeline.projectAll(signal),
    publish: (run) => {
      topics.push('imports', run);
      if (run.state === 'done') lookForNumbers();
    },
  });

  const backups = createBackups({
    ...{ upkeep, writer, log, faultOf },
    changed: () => topics.touch('status'),
  });
  const shops = createShops({
    writer,
    clock,
    timers,
    log,
    fetch: options.fetch ?? systemFetch,
    changed: () => {
      topics.touch('shops');
      gate.changed();
      drive.kick();
    },
    heard: (appId, facts) => gate.heard(appId, facts),
  });
  const gate = createShopGate({ reader: store.reader, clock, shops: () => shops });
  const scans = createScanJournal({ writer, clock, nodeOf });
  let projecting: Promise<unknown> = Promise.resolve();
  /** Projects what a push, an answer or a person marked, after what is under way. */
  const projectSoon = (): void => {
    projecting = projecting
      .then(() => (closing ? null : pipeline.projectAll(stopTending.signal)))
      .catch((error: unknown) => log.error('engine.project', { code: faultOf(error)?.code ?? 'internal' }));
  };
  const { carriers, carrierCommands, carrierRound, health, lab } = joinCarriers({
    ...{ writer, clock, timers, log, scans, journalChanged, projectSoon },
    network: options.carriers,
    sourcesChanged: () => {
      topics.touch('sources');
      lookForNumbers();
    },
    shopee: createShopHints({
      ...{ writer, clock, shops: () => gate.shops() },
      look: (shopId, list) => shopSync.look(shopId, list),
      taken: () => drive.kick(),
    }),
  });
  const shopSync = createShopSync({
    gate,
    journal: createShopJournal({ writer, scans, offset: gate.clockOffset }),
    clock,
    log,
    changed: journalChanged,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
  });
  const drive = createDrive({
    sync: shopSync,
    clock,
    timers,
    log,
    byTimers: options.driven !== true,
    project: () => pipeline.projectAll(new AbortController().signal),
    faultOf,
  });
  const carrierDrive = createDrive({
    ...{ clock, timers, log, faultOf },
    sync: carrierRound,
    byTimers: options.driven !== true,
    // Each answer that is stored asks for a projection by itself.
    project: () => projecting,
  });
  const lookForNumbers = (): void => {
    carrierRound.lookSoon();
    carrierDrive.kick();
  };
  /** Why nothing may be asked now: a lid that is closed, a line that is gone. */
  const holdSync = (): void => {
    const why = suspended ? 'asleep' : online ? null : 'offline';
    shopSync.hold(why);
    drive.kick();
    carrierRound.hold(why);
    carrierDrive.kick();
    weather.hold(why);
  };
  const stopTending = new AbortController();
  let tending: Promise<void> | null = null;
  const atlas = createAtlas({ reader: store.reader, clock, places: loadPlaces });
  const router = createRouter(
    engineHandlers({
      reader: store.reader,
      ...atlas,
      caseCommands: createCaseCommands({ writer, clock, changed: () => topics.touch('queue') }),
      carrierCommands,
      carriers,
      health,
      lab,
      carrierSchedule: carrierRound.schedule,
      askServices: (parcelId) => {
        const asked = carrierRound.want(parcelId);
        carrierDrive.kick();
        return asked;
      },
      draftCommands: createDraftCommands({
        writer,
        clock,
        compose: composeFor(clock),
        changed: () => topics.touch('drafts'),
      }),
      calendarCommands,
      weather,
      calendarTable: CALENDAR_TABLE,
      imports,
      shops,
      sync: shopSync,
      status,
      revision: topics.revision,
      eventViews: pipeline.eventViews,
      arrival: arrivals.arrival,
      moved: arrivals.moved,
      scoreboard: scores.board,
      learning: arrivals.learning,
      backups: () => listBackups(backupFolder),
      backupNow: backups.now,
      exportRefused: async (importId, path, lang) =>
        exportRefused(path, allRefused(store.reader, importId), lang),
      rules,
      exportRules: (path) => exportRules(path, rules.list()),
    }),
    { log, faultOf },
  );

  /** One round of the clock. Never fires once per missed tick: after a sleep there is one round. */
  const round = async (): Promise<void> => {
    stopRound = null;
    if (closing || suspended) return;
    try {
      if (!imports.running()) await pipeline.tick();
      await health.follow();
      daily();
      tendShops();
      // Beside the rounds: after a large import it goes on for a while.
      if (!imports.running()) arrivals.kick();
    } catch (error) {
      log.error('engine.round', { code: faultOf(error)?.code ?? 'internal' });
    }
    schedule();
  };
  /** Beside the rounds: an answer from far away must not hold up what happens here. */
  const tendShops = (): void => {
    if (!online || closing) return;
    tending ??= shops
      .tend(stopTending.signal)
      .catch((error: unknown) => log.error('shops.tend', { code: faultOf(error)?.code ?? 'internal' }))
      .finally(() => (tending = null));
  };
  const daily = (): void => {
    const now = clock.now();
    const last = numberOf(stateOf(store.reader, 'daily.at')) ?? 0;
    if (now - last < DAY) return;
    writer.transaction('batch', () => {
      purgeExpired(writer, now);
      carriers.purge(now);
      health.purge(now);
      setState(writer, 'daily.at', String(now));
    });
    // Weeks that pass in a minute need no copy a day.
    if (options.driven === true) return;
    if (last > 0 || statusFigures(store.reader, now).parcels > 0) backups.soon();
  };
  const schedule = (): void => {
    if (!closing && !suspended && options.driven !== true)
      stopRound ??= timers.after(ROUND_MS, () => void round());
  };

  const engine: Engine = {
    openMs: clock.now() - startedAt,
    shops,
    sync: shopSync,
    carriers: carriers.asker,
    known: () => canonicalRows(store.reader),
    delays: (since) => scanDelays(store.reader, since),
    advance: async () => {
      if (clock.now() >= nextRound) {
        await round();
        await tending;
        await arrivals.idle();
        nextRound = clock.now() + DRIVEN_ROUND_MS;
      }
      const next = await drive.advance();
      const asking = await carrierDrive.advance();
      const foreseen = await weather.advance();
      return Math.min(nextRound, ...[next, asking, foreseen].map((at) => at ?? nextRound));
    },
    dispatch: (name, input) =>
      closing ? Promise.resolve(fail('shutting-down')) : router.dispatch(name, input),
    world: (event) => {
      log.info('engine.world', { event });
      if (event === 'offline' || event === 'online') online = event === 'online';
      if (event === 'suspend') {
        suspended = true;
        stopRound?.();
        stopRound = null;
      }
      if (event === 'resume') {
        suspended = false;
        // Systems may say it twice, or without a suspend before: the waiting round must not stay beside the new one.
        stopRound?.();
        stopRound = null;
        void round();
      }
      holdSync();
      topics.touch('status');
    },
    begin: async () => {
      await imports.resume();
      await carriers.begin();
      await pipeline.projectAll(new AbortController().signal);
      await round();
      drive.kick();
      carrierDrive.kick();
      weather.kick();
    },
    settled: async () => {
      await imports.idle();
      await projecting;
      await pipeline.projectAll(new AbortController().signal);
    },
    arrived: arrivals.round,
    rebuild: async () => {
      const parcels = writer.transaction('batch', () => markAllDirty(writer));
      pipeline.forget();
      await pipeline.projectAll(new AbortController().signal);
      await arrivals.rebuild();
      return parcels;
    },
    backupNow: backups.now,
    close: async (hurry = false) => {
      closing = true;
      stopRound?.();
      stopTending.abort();
      await lab.stop();
      await carriers.close();
      await projecting;
      await drive.close();
      await carrierDrive.close();
      await weather.close();
      await imports.stop();
      await arrivals.close();
      await shops.idle();
      await tending;
      const left = await upkeep.close(hurry);
      // The day's copy is not made: it is due again.
      if (left === 'abandoned') writer.transaction('command', () => setState(writer, 'daily.at', '0'));
      topics.close();
      store.close(left === 'abandoned');
      return left;
    },
  };
  return { ok: true, engine };
}
