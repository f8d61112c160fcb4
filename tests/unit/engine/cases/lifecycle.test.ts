import { describe, expect, it } from 'vitest';
import { type ExistingCase, reconcile } from '../../../../main/engine/cases/lifecycle.ts';
import { CASE_STATES, type Finding } from '../../../../shared/model/case.ts';
import type { EventId } from '../../../../shared/model/ids.ts';

const finding: Finding = {
  kind: 'delivery-failed',
  trigger: '3',
  severity: 2,
  since: 100,
  evidence: [3 as EventId],
  facts: { attempts: 1 },
};
const stored = (part: Partial<ExistingCase> = {}): ExistingCase => ({
  ...finding,
  id: 1,
  state: 'open',
  snoozedUntil: null,
  ...part,
});
const context = { now: 1000, lastEventId: 9 };
const steps = (existing: readonly ExistingCase[], findings: readonly Finding[]) =>
  reconcile(existing, findings, context).map((change) => change.do);

describe('reconcile', () => {
  it('opens what is new and leaves alone what is the same', () => {
    expect(reconcile([], [finding], context)).toEqual([{ do: 'open', finding }]);
    expect(steps([stored()], [finding])).toEqual([]);
  });

  it('clears what is gone with the scan that did it, whoever had taken or snoozed it', () => {
    for (const state of ['open', 'accepted', 'snoozed'] as const) {
      expect(reconcile([stored({ state })], [], context)).toEqual([{ do: 'clear', id: 1, clearedBy: 9 }]);
    }
    expect(steps([stored({ state: 'dismissed' }), stored({ state: 'cleared' })], [])).toEqual([]);
  });

  it('tells when a case got worse', () => {
    const worse = { ...finding, severity: 3 };
    expect(reconcile([stored()], [worse], context)).toEqual([
      { do: 'update', id: 1, finding: worse, worsened: true },
    ]);
  });

  it('wakes a sleeper when its time is up or its evidence grew, not before', () => {
    const asleep = (until: number) => stored({ state: 'snoozed', snoozedUntil: until });
    const grown = { ...finding, evidence: [3 as EventId, 5 as EventId] };
    expect(steps([asleep(2000)], [finding])).toEqual([]);
    expect(steps([asleep(1000)], [finding])).toEqual(['wake']);
    expect(steps([asleep(2000)], [grown])).toEqual(['wake', 'update']);
  });

  it('a dismissed one stays so for its trigger only; a cleared one comes back', () => {
    expect(steps([stored({ state: 'dismissed' })], [{ ...finding, severity: 4 }])).toEqual([]);
    expect(steps([stored({ state: 'dismissed' })], [{ ...finding, trigger: '8' }])).toEqual(['open']);
    expect(steps([stored({ state: 'cleared' })], [finding])).toEqual(['reopen']);
  });

  it('once done, there is nothing more to do', () => {
    for (const state of CASE_STATES) {
      const snoozedUntil = state === 'snoozed' ? 5000 : null;
      const after = stored({ state: state === 'cleared' ? 'open' : state, snoozedUntil });
      expect(steps([after], [finding])).toEqual([]);
    }
  });
});
