import type { EventId } from '../../../../shared/model/ids.ts';
import type { ReduceInput } from '../../../../main/engine/journey/reduce.ts';
import { HOUR } from '../../../../shared/time.ts';

export const START = Date.UTC(2026, 9, 5, 2);

/** Scans from `carrier code` words, `step` hours apart, with ids from 1. */
export function trail(words: readonly string[], step = 6, start = START): ReduceInput[] {
  return words.map((line, index) => {
    const [carrier = 'spx', ...code] = line.split(' ');
    return scan({ id: index + 1, carrier, code: code.join(' '), instant: start + index * step * HOUR });
  });
}

export function scan(part: Partial<Omit<ReduceInput, 'id'>> & { id: number }): ReduceInput {
  return {
    carrier: 'spx',
    code: null,
    scheme: null,
    status: null,
    text: '',
    instant: START,
    seq: null,
    place: null,
    number: 'TEST0001',
    ...part,
    id: part.id as EventId,
  };
}
