import { setImmediate as breathe } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type EngineCallName, callNames, calls } from '#shared/contract/index.ts';
import { FaultError } from '#shared/result.ts';
import { type AnyHandler, createRouter } from '../../../../main/engine/api/router.ts';
import { recordingLog } from '../../../fakes/store.ts';

const names = callNames.filter((name): name is EngineCallName => calls[name].host === 'engine');
const nothing = Object.fromEntries(names.map((name): [string, AnyHandler] => [name, () => ({})])) as Record<
  EngineCallName,
  AnyHandler
>;

function router(handlers: Partial<Record<EngineCallName, AnyHandler>>) {
  const log = recordingLog();
  const faultOf = (error: unknown) =>
    (error as { code?: string }).code === 'SQLITE_FULL' ? { code: 'disk-full' as const } : null;
  return { log, ...createRouter({ ...nothing, ...handlers }, { log, faultOf }) };
}
const changed = { actionId: null, changed: 0, unchanged: [] };

describe('the router', () => {
  it('runs commands one after another, in the order they came, and queries beside them', async () => {
    const told: string[] = [];
    let release = (): void => {};
    const held = new Promise<void>((resolve) => void (release = resolve));
    const { dispatch } = router({
      'cases.accept': async () => {
        told.push('accept begins');
        await held;
        told.push('accept ends');
        return changed;
      },
      'cases.reopen': () => {
        told.push('reopen');
        return changed;
      },
      'imports.list': () => {
        told.push('list');
        return { imports: [] };
      },
    });
    const first = dispatch('cases.accept', { caseIds: [1] });
    const second = dispatch('cases.reopen', { caseIds: [1] });
    expect(await dispatch('imports.list', {})).toEqual({ ok: true, value: { imports: [] } });
    await breathe();
    expect(told.toSorted()).toEqual(['accept begins', 'list']);
    release();
    await Promise.all([first, second]);
    expect(told.filter((line) => line !== 'list')).toEqual(['accept begins', 'accept ends', 'reopen']);
  });

  it('turns what is thrown into faults, goes on after them, and logs no data', async () => {
    const throwing =
      (error: unknown): AnyHandler =>
      () => {
        throw error;
      };
    const { dispatch, log } = router({
      'cases.accept': throwing(new FaultError('wrong-state', { id: 7 })),
      'cases.reopen': throwing(Object.assign(new Error('full'), { code: 'SQLITE_FULL' })),
      'drafts.discard': throwing(new TypeError('Ms Tan, 12 Orchard Road')),
      'drafts.copied': throwing('Ms Tan'),
    });
    const faults = [
      await dispatch('cases.accept', { caseIds: [1] }),
      await dispatch('cases.reopen', { caseIds: [1] }),
      await dispatch('drafts.discard', { draftId: 1 }),
      await dispatch('drafts.copied', { draftId: 1 }),
    ];
    expect(faults).toEqual([
      { ok: false, error: { code: 'wrong-state', detail: { id: 7 } } },
      { ok: false, error: { code: 'disk-full' } },
      { ok: false, error: { code: 'internal' } },
      { ok: false, error: { code: 'internal' } },
    ]);
    expect(log.lines.map((line) => line.event)).toEqual(['call.bug', 'call.bug']);
    expect(JSON.stringify(log.lines)).not.toContain('Tan');
  });

  it('answers `internal` instead of something that does not fit the contract', async () => {
    const { dispatch, log } = router({ 'imports.list': () => ({ imports: [{ id: 'Ms Tan' }] }) });
    expect(await dispatch('imports.list', {})).toEqual({ ok: false, error: { code: 'internal' } });
    expect(log.lines).toMatchObject([{ event: 'call.bad-output', facts: { name: 'imports.list' } }]);
    expect(JSON.stringify(log.lines)).not.toContain('Tan');
  });

  it('names the place of a bad input and nothing of its content', async () => {
    const { dispatch, log } = router({});
    expect(await dispatch('drafts.edit', { draftId: 1, text: 7 })).toEqual({
      ok: false,
      error: { code: 'bad-input', detail: { path: 'text' } },
    });
    expect(log.lines).toEqual([{ event: 'call.bad-input', facts: { name: 'drafts.edit', path: 'text' } }]);
  });
});
