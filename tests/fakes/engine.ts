import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import type { CallInput, CallName, CallOutput } from '#shared/contract/index.ts';
import { DEFAULT_IMPORT_OPTIONS, type ImportRun } from '#shared/model/import.ts';
import type { Result } from '#shared/result.ts';
import { asInstant, MINUTE } from '#shared/time.ts';
import { createEngine, type Engine, type EngineOptions } from '../../main/engine/index.ts';
import { KEY, recordingLog } from './store.ts';

/** A Tuesday, so that a working week lies on both sides. */
export const START = Date.UTC(2026, 10, 24, 8);

interface Timer {
  readonly at: number;
  readonly ms: number;
  readonly fn: () => void;
}

/** A real engine over a real, encrypted store in a folder of its own; only time is ours. */
export interface World {
  readonly home: string;
  readonly log: ReturnType<typeof recordingLog>;
  readonly clock: { at: number };
  readonly timers: Set<Timer>;
  readonly sent: { topic: string; revision: number; payload: unknown }[];
  engine: Engine;
  /** Closes and opens again, as a restart does; `begin` runs to its end. */
  restart(): Promise<void>;
  /** Writes a file into the folder; answers its path. */
  file(name: string, content: string | Uint8Array): string;
  /** Lets time pass: fires what is due once, and waits until the engine's round has scheduled the next. */
  pass(ms: number): Promise<void>;
  ask<N extends CallName>(name: N, input: CallInput<N>): Promise<Result<CallOutput<N>>>;
  /** The value of a call that must succeed. */
  get<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>>;
  /** Starts an import with the suggested mapping; answers the run at its end. */
  take(path: string): Promise<ImportRun>;
  remove(): Promise<void>;
}

/** Opens a world; `home` is made unless it is given. */
export async function openWorld(
  options: {
    begin?: boolean;
    driven?: boolean;
    fetch?: NonNullable<EngineOptions['fetch']>;
    carriers?: NonNullable<EngineOptions['carriers']>;
    weather?: NonNullable<EngineOptions['weather']>;
  } = {},
): Promise<World> {
  const home = mkdtempSync(join(tmpdir(), 'seamark-engine-'));
  const clock = { at: START };
  const timers = new Set<Timer>();
  const log = recordingLog();
  const sent: World['sent'] = [];
  const open = (): Engine => {
    const made = createEngine({
      home,
      key: KEY,
      clock: { now: () => asInstant(clock.at) },
      timers: {
        after: (ms, fn) => {
          const timer = { at: clock.at + ms, ms, fn };
          timers.add(timer);
          return () => void timers.delete(timer);
        },
      },
      log,
      ...(options.driven === true ? { driven: true } : {}),
      ...(options.fetch ? { fetch: options.fetch } : {}),
      send: (topic, revision, payload) => void sent.push({ topic, revision, payload }),
      ...(options.carriers === undefined ? {} : { carriers: options.carriers }),
      ...(options.weather === undefined ? {} : { weather: options.weather }),
    });
    if (!made.ok) throw new Error(`The engine does not start: ${JSON.stringify(made.failure)}`);
    return made.engine;
  };
  const world: World = {
    home,
    log,
    clock,
    timers,
    sent,
    engine: open(),
    restart: async () => {
      await world.engine.close();
      timers.clear();
      world.engine = open();
      await world.engine.begin();
    },
    file: (name, content) => {
      const path = join(home, name);
      writeFileSync(path, content);
      return path;
    },
    pass: async (ms) => {
      clock.at += ms;
      const due = [...timers].filter((timer) => timer.at <= clock.at);
      const round = due.some((timer) => timer.ms === MINUTE);
      for (const timer of due) {
        timers.delete(timer);
        timer.fn();
      }
      while (round && ![...timers].some((timer) => timer.ms === MINUTE)) await breathe();
    },
    ask: async (name, input) => (await world.engine.dispatch(name, input)) as never,
    get: async (name, input) => {
      const answer = await world.ask(name, input);
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
      return answer.value;
    },
    take: async (path) => {
      const preview = await world.get('imports.preview', {
        path,
        mapping: null,
        options: DEFAULT_IMPORT_OPTIONS,
      });
      const { digest, mapping } = preview;
      const run = await world.get('imports.start', {
        path,
        digest,
        mapping,
        options: DEFAULT_IMPORT_OPTIONS,
      });
      await world.engine.settled();
      const { imports } = await world.get('imports.list', {});
      return imports.find((each) => each.id === run.id) ?? run;
    },
    remove: async () => {
      await world.engine.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
  if (options.begin !== false) await world.engine.begin();
  return world;
}
