import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FAULT_CODES, START_FAILURES } from '../../../shared/contract/faults.ts';
import { CASE_KINDS } from '../../../shared/model/case.ts';
import { NODES, PSEUDO_NODES, STAGES } from '../../../shared/model/node.ts';
import { translate } from '../../../shared/text/translate.ts';
import { type UiKey, uiTexts } from '../../../shared/text/ui/index.ts';

const has = (key: string): boolean => Object.hasOwn(uiTexts, key);
const under = (prefix: string): string[] =>
  Object.keys(uiTexts)
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length));

describe('translate', () => {
  test('counts in both languages', () => {
    expect([0, 1, 2].map((count) => translate('en', 'tray.waiting', { count }))).toEqual([
      'Nothing needs a decision',
      '1 case needs a decision',
      '2 cases need a decision',
    ]);
    expect(translate('zh-CN', 'tray.waiting', { count: 2 })).toBe('2 个事项待处理');
  });

  test('gives the pattern back when a value is missing, instead of failing', () => {
    expect(translate('en', 'fault.file-missing')).toBe(uiTexts['fault.file-missing'].en);
    expect(translate('en', 'fault.file-missing', { file: 'a.csv' })).toContain('a.csv');
  });

  test('takes values as they are: braces and angles in a file name are no syntax', () => {
    expect(translate('en', 'fault.file-missing', { file: '<b>{x}</b>' })).toContain('<b>{x}</b>');
  });
});

describe('keys', () => {
  test('stand in one file each: of two, one feature would speak with the other’s words', async () => {
    const folder = new URL('../../../shared/text/ui/', import.meta.url);
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'index.ts');
    const keys: string[] = [];
    for (const name of files) {
      const texts = (await import(new URL(name, folder).href)) as Record<string, Record<string, unknown>>;
      keys.push(...Object.values(texts).flatMap((some) => Object.keys(some)));
    }
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(keys.toSorted()).toEqual(Object.keys(uiTexts).toSorted());
  });
});

describe('every closed list has its words', () => {
  test('faults, and no words for faults that do not exist', () => {
    expect(under('fault.').toSorted()).toEqual([...FAULT_CODES].toSorted());
  });

  test('start-up failures in the terminal', () => {
    expect(under('headless.start.').toSorted()).toEqual([...START_FAILURES].toSorted());
  });

  test('nodes and stages', () => {
    expect([...NODES, ...PSEUDO_NODES].filter((node) => !has(`node.${node}`))).toEqual([]);
    expect(STAGES.filter((stage) => !has(`stage.${stage}`))).toEqual([]);
  });

  test('case kinds, called the same in the queue and in a notification', () => {
    const both = CASE_KINDS.map((kind) => [`kind.${kind}`, `notify.${kind}`] as [UiKey, UiKey]);
    expect(both.filter(([queue]) => !has(queue))).toEqual([]);
    expect(both.map(([, notify]) => uiTexts[notify])).toEqual(both.map(([queue]) => uiTexts[queue]));
  });
});
