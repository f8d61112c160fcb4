import { mkdirSync, rmSync } from 'node:fs';
import { z } from 'zod';
import { fail, ok, type Result } from '#shared/result.ts';
import type { Logger, Timers } from '../engine/ports.ts';
import type { EngineProcess } from './engineProcess.ts';
import type { Supervisor } from './supervisor.ts';

/** What the sandbox's process tells when it listens. */
const readySchema = z.object({
  kind: z.literal('sandbox'),
  partnerId: z.number().int(),
  partnerKey: z.string(),
  host: z.string(),
  /** Where the invented world's weather is. */
  weather: z.string(),
});

export interface SampleDeps {
  readonly spawn: () => EngineProcess;
  readonly engine: Supervisor;
  /** The folder of the sample's own store; emptied before each beginning and deleted at the end. */
  readonly folder: string;
  readonly timers: Timers;
  readonly log: Logger;
  readonly fetch: (url: URL, init: { redirect: 'manual' }) => Promise<{ headers: Headers }>;
  readonly changed: () => void;
}

export interface Sample {
  active(): boolean;
  /** Starts the sandbox world and connects its shops like real ones, in a store of its own. */
  begin(): Promise<Result<null>>;
  /** Back to the person's own data; settles when the sample's is deleted. */
  leave(): Promise<void>;
  /** Ends the sandbox's process with the app. */
  stop(): void;
  /** Deletes what the sample left, once no engine has it open: after a quit, or at a start after a crash. */
  clean(): void;
}

const STEP_MS = 100;
const PATIENCE_MS = 60_000;
/** Where Shopee would send the browser back to; nobody goes there, the address is handed over as a person pastes it. */
const REDIRECT = 'https://seller.example/back';
const DAYS = 30;

/**
 * "Explore with the sample shop". The engine never knows that it is not the real platform: its store is moved to a folder
 * of its own, and the shops are connected by the same calls as a person's.
 */
export function createSample(deps: SampleDeps): Sample {
  const { engine, timers, log } = deps;
  let world: EngineProcess | null = null;
  let on = false;
  let left: Promise<void> = Promise.resolve();

  const wait = (ms: number): Promise<void> => new Promise((done) => void timers.after(ms, done));
  const until = async (met: () => boolean): Promise<boolean> => {
    for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
      if (met()) return true;
      await wait(STEP_MS);
    }
    return false;
  };
  const stop = (): void => {
    world?.kill();
    world = null;
  };
  const clean = (): void => {
    try {
      rmSync(deps.folder, { recursive: true, force: true });
    } catch {
      // A scanner may hold a file of it; the next beginning tries again.
      log.warn('sample.not-deleted', {});
    }
  };

  const open = async (): Promise<z.infer<typeof readySchema> | null> => {
    let told: z.infer<typeof readySchema> | null = null;
    let gone = false;
    const child = deps.spawn();
    world = child;
    child.onMessage((raw) => {
      const message = readySchema.safeParse(raw);
      if (message.success) told = message.data;
    });
    child.onExit(() => {
      gone = true;
      if (on && world === child) log.warn('sample.ended', {});
    });
    await until(() => told !== null || gone);
    return told;
  };

  const ask = async <T>(name: string, input: unknown, schema: z.ZodType<T>): Promise<T> => {
    const answer = await engine.call(name, input);
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`);
    return schema.parse(answer.value);
  };
  const connecting = z.object({
    connecting: z.object({ phase: z.string(), shopIds: z.array(z.number()) }).nullable(),
  });
  const connect = async (credentials: z.infer<typeof readySchema>): Promise<void> => {
    const typed = {
      place: 'custom',
      customHost: credentials.host,
      partnerId: String(credentials.partnerId),
      key: credentials.partnerKey,
    };
    const { app } = await ask('shops.app.save', typed, z.object({ app: z.object({ id: z.number() }) }));
    const begun = await ask(
      'shops.connect.begin',
      { appId: app.id, lang: 'en', redirect: REDIRECT },
      z.object({ url: z.string() }),
    );
    const page = new URL(begun.url);
    page.searchParams.set('account', 'main');
    const back = (await deps.fetch(page, { redirect: 'manual' })).headers.get('location');
    await ask('shops.connect.paste', { address: back ?? '' }, z.unknown());
    for (let waited = 0; waited < PATIENCE_MS; waited += STEP_MS) {
      const { connecting: now } = await ask('shops.list', {}, connecting);
      if (now?.phase === 'done') {
        for (const shopId of now.shopIds) await ask('sync.load', { shopId, days: DAYS }, z.unknown());
        return;
      }
      if (now?.phase !== 'exchanging') throw new Error(`connecting: ${now?.phase ?? 'nothing'}`);
      await wait(STEP_MS);
    }
    throw new Error('connecting: no end');
  };

  const leave = (): Promise<void> => {
    stop();
    if (!on) return left;
    on = false;
    left = engine.moveTo(null).then(clean);
    deps.changed();
    return left;
  };

  return {
    active: () => on,
    stop,
    leave,
    clean,
    begin: async () => {
      if (on) return ok(null);
      on = true;
      try {
        await left;
        clean();
        mkdirSync(deps.folder, { recursive: true, mode: 0o700 });
        const credentials = await open();
        if (!credentials) throw new Error('the sandbox did not start');
        void engine.moveTo(deps.folder);
        deps.changed();
        if (!(await until(() => engine.health().state === 'ready')))
          throw new Error('the engine did not start');
        await connect(credentials);
        // Off like a person's own; turned on, it asks the invented world and nobody else.
        await ask('weather.set', { on: false, address: credentials.weather, key: null }, z.unknown());
        return ok(null);
      } catch (error) {
        log.error('sample.failed', { what: error instanceof Error ? error.message.slice(0, 80) : 'unknown' });
        await leave();
        return fail('sample-failed');
      }
    },
  };
}
