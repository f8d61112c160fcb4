import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callNames, calls } from '#shared/contract/index.ts';
import { FAULT_CODES } from '#shared/contract/faults.ts';
import { ok } from '#shared/result.ts';
import { createRouter } from '../../main/shell/router.ts';
import { shellHandlers } from '../../main/shell/shellCalls.ts';

const page = { url: 'app://seamark/', mainFrame: true, known: true };
const log = { info: () => {}, warn: () => {}, error: () => {} };

/** A router whose handlers only note that they were reached. */
function setup() {
  const reached: string[] = [];
  const note = new Proxy({} as Parameters<typeof createRouter>[0]['shell'], {
    get: (_target, name) => () => {
      reached.push(String(name));
      throw new Error('13800138000');
    },
  });
  const engine = (name: string) => {
    reached.push(name);
    return Promise.resolve(ok({ not: 'the shape' }));
  };
  return { reached, route: createRouter({ shell: note, engine, log }) };
}

test('every shell call has a handler and every handler a call', () => {
  const handlers = shellHandlers({} as Parameters<typeof shellHandlers>[0]);
  expect(Object.keys(handlers).sort()).toEqual(
    callNames.filter((name) => calls[name].host === 'shell').sort(),
  );
});

test.each(callNames)('%s: junk gets a coded fault and reaches no handler', async (name) => {
  await fc.assert(
    fc.asyncProperty(fc.anything(), async (junk) => {
      fc.pre(!calls[name].input.safeParse(junk).success);
      const { route, reached } = setup();
      expect(await route(page, name, junk)).toMatchObject({ ok: false, error: { code: 'bad-input' } });
      expect(reached).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('a foreign sender and an unknown name are refused before anything is read', async () => {
  const { route, reached } = setup();
  const foreign = { ...page, url: 'https://example.org/' };
  expect(await route(foreign, 'shell.settings', {})).toMatchObject({ error: { code: 'foreign-sender' } });
  for (const name of ['toString', '__proto__', 'constructor', '', null, 7]) {
    expect(await route(page, name, {})).toMatchObject({ error: { code: 'unknown-channel' } });
  }
  expect(reached).toEqual([]);
});

test('a handler that throws, or answers a wrong shape, is an internal fault without its words', async () => {
  const { route, reached } = setup();
  for (const name of ['shell.settings', 'app.status'] as const) {
    const answer = await route(page, name, {});
    expect(answer).toEqual({ ok: false, error: { code: 'internal' } });
  }
  expect(reached).toEqual(['shell.settings', 'app.status']);
  expect(FAULT_CODES).toContain('internal');
});
