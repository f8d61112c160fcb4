import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CarrierSourceId } from '../../../../shared/model/carrierSource.ts';
import { collect } from '../../../../main/engine/sources/carriers/kit/collect.ts';
import {
  type AskAnswer,
  type Asked,
  type CarrierSource,
  faultOf,
  type SourceFault,
} from '../../../../main/engine/sources/carriers/kit/types.ts';
import { createCarrierAsker } from '../../../../main/engine/sync/carriers/ask.ts';
import { asked, clientWorld, never, NOW } from '../../../fakes/carriers.ts';

/** A source that answers every number unless its script says what goes wrong with a call. */
function setup(
  id: CarrierSourceId,
  script: (call: number, items: readonly Asked[]) => SourceFault | null = () => null,
) {
  const world = clientWorld('');
  const calls: string[][] = [];
  const settled: { answer: AskAnswer; restUntil: number | null }[] = [];
  const known = new Set<string>();
  const state = { rest: null as number | null, on: true };
  const source: CarrierSource = {
    id,
    ask: (items) => {
      calls.push(items.map((item) => item.number));
      const into = collect(items);
      const fault = script(calls.length, items);
      if (fault) into.stop(fault);
      else {
        for (const item of items) {
          into.registered(item.number);
          if (!item.registered) into.charged(item.number);
          into.put({ kind: 'unchanged', number: item.number, hash: 'h' });
        }
      }
      return Promise.resolve(into.done());
    },
    test: () => Promise.resolve({ fault: null, allowance: null }),
  };
  const asker = createCarrierAsker({
    ...world,
    random: { next: () => 0.5 },
    sourceOf: () => (state.on ? source : null),
    book: {
      items: (_source, numbers) => numbers.map((number) => asked(number, { registered: known.has(number) })),
      restUntil: () => state.rest,
      settle: (_source, answer, restUntil) => {
        settled.push({ answer, restUntil });
        for (const number of answer.registered) known.add(number);
        return answer.answers.length;
      },
    },
  });
  const ask = (numbers: readonly string[], mayCharge = Infinity, signal = never) =>
    asker.ask(id, numbers, { signal, mayCharge });
  return { world, calls, settled, known, state, ask };
}
const list = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `N${String(n).padStart(5, '0')}`);

describe('batches', () => {
  test('of the source’s size, each stored before the next goes out', async () => {
    const { ask, calls, settled } = setup('17track');
    const report = await ask(list(90));
    expect([calls.map((call) => call.length), settled.length, report.fresh, report.fault]).toEqual([
      [40, 40, 10],
      3,
      90,
      null,
    ]);
  });

  test('questions to one source run one after another, even when they are asked at once', async () => {
    const { ask, calls } = setup('jt');
    await Promise.all([ask(list(40)), ask(['Z1'])]);
    expect(calls.map((call) => call.length)).toEqual([30, 10, 1]);
  });

  test('property: whatever goes wrong, every number comes back once', async () => {
    const fault = fc.constantFrom<SourceFault | null>(
      null,
      null,
      faultOf('transient', 'x'),
      faultOf('rate', 'x', 500),
      faultOf('rate', 'x', 99_000),
      faultOf('quota', 'x'),
      faultOf('auth', 'x'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fault, { maxLength: 6 }),
        fc.integer({ min: 0, max: 120 }),
        fc.integer({ min: 0, max: 150 }),
        async (faults, count, mayCharge) => {
          const { ask, settled } = setup('17track', (call) => faults[call - 1] ?? null);
          const numbers = [...list(count), ...list(Math.floor(count / 2))];
          const report = await ask(numbers, mayCharge);
          expect(report.numbers.map((each) => each.number).toSorted()).toEqual(list(count));
          expect(report.charged).toBeLessThanOrEqual(mayCharge);
          const stored = settled.flatMap((each) => each.answer.answers.map((one) => one.number));
          expect(new Set(stored).size).toBe(stored.length);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('trouble', () => {
  test('what passes is repeated with growing waits, for what was not answered', async () => {
    const { ask, calls, world } = setup('17track', (call) =>
      call <= 2 ? faultOf('transient', 'timeout') : null,
    );
    const report = await ask(list(3));
    expect([calls.length, report.fault, world.time.at - NOW]).toEqual([3, null, 1_000 + 4_000]);
  });

  test('after three tries the source rests a little', async () => {
    const { ask, settled } = setup('17track', () => faultOf('transient', 'timeout'));
    const report = await ask(list(50));
    expect(report.numbers.every((each) => each.outcome === 'not-asked' && each.why === 'transient')).toBe(
      true,
    );
    expect([settled.length, (report.restUntil ?? 0) - settled.length > NOW]).toEqual([3, true]);
    expect(settled.map((each) => each.restUntil !== null)).toEqual([false, false, true]);
  });

  test('the wait that a service names is obeyed; a long one is left to the schedule', async () => {
    const short = setup('17track', (call) => (call === 1 ? faultOf('rate', 'http-429', 7_000) : null));
    await short.ask(list(1));
    expect(short.world.time.at - NOW).toBe(7_000);
    const long = setup('17track', () => faultOf('rate', 'http-429', 120_000));
    expect(await long.ask(list(1))).toMatchObject({ restUntil: NOW + 120_000 });
    expect(long.calls).toHaveLength(1);
  });

  test('refused credentials and a used-up allowance are met once', async () => {
    for (const kind of ['auth', 'quota'] as const) {
      const { ask, calls } = setup('17track', () => faultOf(kind, 'x'));
      const report = await ask(list(100));
      expect([calls.length, report.fault?.kind, (report.restUntil ?? 0) > NOW]).toEqual([1, kind, true]);
    }
  });

  test('a source that rests, or is off, is not asked', async () => {
    const { ask, calls, state } = setup('17track');
    state.rest = NOW + 5;
    expect((await ask(['A1234'])).numbers).toEqual([
      { number: 'A1234', outcome: 'not-asked', why: 'resting' },
    ]);
    state.on = false;
    expect((await ask(['A1234'])).numbers[0]?.why).toBe('off');
    expect(calls).toEqual([]);
  });

  test('an abort ends the question and makes nothing rest', async () => {
    const stop = new AbortController();
    const { ask, settled } = setup('17track', () => {
      stop.abort();
      return faultOf('transient', 'aborted');
    });
    const report = await ask(list(50), Infinity, stop.signal);
    expect([report.restUntil, settled.length]).toEqual([null, 1]);
  });
});

describe('what it may cost', () => {
  test('known numbers are asked for nothing, new ones as far as the budget goes', async () => {
    const { ask, known } = setup('17track');
    known.add('N00000');
    const report = await ask(list(10), 4);
    expect([report.charged, report.numbers.filter((each) => each.why === 'budget').length]).toEqual([4, 5]);
    expect(report.numbers.find((each) => each.number === 'N00000')?.outcome).toBe('unchanged');
  });

  test('where each question is paid, known numbers cost too; where nothing is, nothing does', async () => {
    const paid = setup('kuaidi100');
    paid.known.add('N00000');
    expect(await paid.ask(list(5), 2)).toMatchObject({ charged: 2 });
    expect(paid.calls).toHaveLength(2);
    const free = setup('ninjavan');
    await free.ask(list(5), 0);
    expect(free.calls).toHaveLength(5);
  });
});
