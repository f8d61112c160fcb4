import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callNames, calls, isCallName, topics } from '../../../shared/contract/index.ts';
import { DEFAULT_SETTINGS, settingsSchema } from '../../../shared/contract/shell.ts';
import { fromEngineSchema, toEngineSchema } from '../../../shared/contract/wire.ts';
import { fail, FaultError, ok } from '../../../shared/result.ts';
import { asInstant, DAY, HOUR, instantSchema, MINUTE } from '../../../shared/time.ts';

describe('calls', () => {
  test('are found by their own names only', () => {
    expect(callNames.every(isCallName)).toBe(true);
    for (const name of ['toString', '__proto__', 'constructor', '', 'app', null, 1, {}, ['app.status']]) {
      expect(isCallName(name)).toBe(false);
    }
    fc.assert(fc.property(fc.string(), (name) => isCallName(name) === Object.keys(calls).includes(name)));
  });

  test('are answered by the shell exactly where their name says so', () => {
    expect(callNames.filter((name) => name.startsWith('shell.') !== (calls[name].host === 'shell'))).toEqual(
      [],
    );
  });

  test('refuse what they do not know', () => {
    const open = callNames.filter((name) => calls[name].input.safeParse({ surprise: 1 }).success);
    expect(open).toEqual([]);
  });

  test('never take a page of more than 500 rows', () => {
    const paged = callNames.filter((name) =>
      JSON.stringify(calls[name].input.toJSONSchema?.() ?? {}).includes('"limit"'),
    );
    expect(paged.length).toBeGreaterThan(3);
    for (const name of paged) {
      const tooMany = calls[name].input.safeParse({ limit: 501, cursor: null });
      expect(tooMany.success).toBe(false);
      expect(tooMany.error?.issues.some(({ path }) => path[0] === 'limit')).toBe(true);
    }
  });
});

test('every topic belongs to one of the two hosts', () => {
  expect(Object.keys(topics).length).toBeGreaterThan(3);
  expect(Object.values(topics).filter(({ host }) => !['engine', 'shell'].includes(host))).toEqual([]);
});

test('the default settings are settings', () => {
  expect(settingsSchema.parse(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
});

test('messages between shell and engine take no junk', () => {
  fc.assert(
    fc.property(fc.anything(), (junk) => {
      expect([toEngineSchema.safeParse(junk).success, fromEngineSchema.safeParse(junk).success]).toEqual([
        false,
        false,
      ]);
    }),
  );
});

describe('results', () => {
  test('carry a value or a fault', () => {
    expect(ok(1)).toEqual({ ok: true, value: 1 });
    expect(fail('not-found')).toEqual({ ok: false, error: { code: 'not-found' } });
    expect(fail('file-empty', { file: 'a' })).toEqual({
      ok: false,
      error: { code: 'file-empty', detail: { file: 'a' } },
    });
  });

  test('a thrown fault keeps its code and facts', () => {
    const error = new FaultError('disk-full', { free: 0 });
    expect(error).toBeInstanceOf(Error);
    expect(error.fault).toEqual({ code: 'disk-full', detail: { free: 0 } });
    expect(error.message).toBe('disk-full');
  });
});

test('an instant is a whole number of milliseconds that a date can hold', () => {
  expect(instantSchema.safeParse(asInstant(0)).success).toBe(true);
  for (const wrong of [0.5, Number.NaN, 8.64e15 + 1, '0', null]) {
    expect(instantSchema.safeParse(wrong).success).toBe(false);
  }
  expect([HOUR / MINUTE, DAY / HOUR]).toEqual([60, 24]);
});
