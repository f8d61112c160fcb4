import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../../../main/engine/journey/meaning.ts';
import { STAGE_WORDS } from '../../../../main/engine/journey/tables/stageWords.ts';
import { NODES } from '../../../../shared/model/node.ts';

const said = (text: string, status: string | null = null) =>
  meaningOf({ carrier: 'some-carrier', code: null, scheme: null, status, text });

describe('stage words', () => {
  it('name one node each', () => {
    const words = NODES.flatMap((node) => STAGE_WORDS[node]);
    expect(new Set(words).size).toBe(words.length);
    for (const node of NODES)
      for (const word of STAGE_WORDS[node]) expect([word, said(word).node]).toEqual([word, node]);
  });

  it.each([
    ['已签收', 'DELIVERED'],
    ['成功签收', 'DELIVERED'],
    ['派送失败', 'DELIVERY_FAILED'],
    ['已揽收', 'PICKED_UP'],
    ['运输中', 'IN_TRANSIT'],
    ['Out for delivery.', 'OUT_FOR_DELIVERY'],
    ['IMPORT_HELD', 'IMPORT_HELD'],
  ])('%s is %s', (word, node) => {
    expect(said(word)).toMatchObject({ node, means: 'word' });
  });

  it('count in the status column too, without any text', () => {
    expect(said('', '已签收').node).toBe('DELIVERED');
  });

  it('say nothing inside a sentence: there the rules of the language read', () => {
    expect(said('快件已签收，签收人是本人')).toMatchObject({ node: 'DELIVERED', means: 'text' });
    expect(said('Not delivered')).toMatchObject({ node: 'DELIVERY_FAILED', means: 'text' });
    expect(said('Colourless green ideas sleep')).toMatchObject({ node: 'UNKNOWN', means: 'none' });
  });
});
