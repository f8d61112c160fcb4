import { describe, expect, it } from 'vitest';
import { createTopicHub } from '../../../../main/engine/api/topics.ts';

function hub(startAt = 1_000) {
  const sent: [string, number][] = [];
  const waiting = new Set<() => void>();
  const made = createTopicHub({
    send: (topic, revision) => void sent.push([topic, revision]),
    timers: {
      after: (_ms, fn) => {
        waiting.add(fn);
        return () => void waiting.delete(fn);
      },
    },
    startAt,
    status: () => ({}) as never,
  });
  const fire = (): void => {
    for (const fn of [...waiting]) {
      waiting.delete(fn);
      fn();
    }
  };
  return { sent, waiting, fire, ...made };
}

describe('topics', () => {
  it('many touches within a moment become one message each, with the status after them', () => {
    const { sent, fire, touch, waiting } = hub();
    for (let n = 0; n < 50; n += 1) touch(n % 2 === 0 ? 'queue' : 'parcels');
    expect(waiting.size).toBe(1);
    expect(sent).toEqual([]);
    fire();
    expect(sent).toEqual([
      ['queue', 1_001],
      ['status', 1_001],
      ['parcels', 1_001],
    ]);
    touch('queue');
    fire();
    expect(sent.slice(3)).toEqual([
      ['queue', 1_002],
      ['status', 1_002],
    ]);
  });

  it('tells the revision that was sent last, and begins at the clock', () => {
    const { push, revision } = hub(77);
    expect(revision('queue')).toBe(77);
    push('queue', {});
    expect([revision('queue'), revision('drafts')]).toEqual([78, 77]);
  });

  it('sends nothing after its end', () => {
    const { sent, touch, close, fire, waiting } = hub();
    touch('queue');
    close();
    fire();
    expect(waiting.size).toBe(0);
    expect(sent).toEqual([]);
  });
});
