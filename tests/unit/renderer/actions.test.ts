import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as Actions from '../../../renderer/app/actions.ts';
import type * as Session from '../../../renderer/app/session.ts';
import { FakeElement, type FakePage, stubPage } from './page.ts';

let page: FakePage;
let actions: typeof Actions;
let session: typeof Session.session;

beforeEach(async () => {
  vi.resetModules();
  page = stubPage();
  actions = await import('../../../renderer/app/actions.ts');
  ({ session } = await import('../../../renderer/app/session.ts'));
});
afterEach(() => vi.unstubAllGlobals());

const list = new FakeElement('[data-keys]');

/** Presses a key and answers what ran. */
function press(key: string, event: Partial<KeyboardEvent> = {}, at = 1000): boolean {
  let stopped = false;
  const heard = page.listeners.get('keydown');
  if (!heard) throw new Error('Nobody listens for keys');
  heard({
    key,
    target: list as unknown as EventTarget,
    timeStamp: at,
    preventDefault: () => {
      stopped = true;
    },
    ...event,
  } as KeyboardEvent);
  return stopped;
}

test('a press in the form of the table: letters lower, shift told for letters only, Ctrl and ⌘ alike', () => {
  const of = (event: Partial<KeyboardEvent>) => actions.pressed(event as KeyboardEvent);
  expect(of({ key: 'j' })).toBe('j');
  expect(of({ key: 'J', shiftKey: true })).toBe('shift+j');
  expect(of({ key: 'k', ctrlKey: true })).toBe('mod+k');
  expect(of({ key: 'k', metaKey: true })).toBe('mod+k');
  expect(of({ key: '#', shiftKey: true })).toBe('#');
  expect(of({ key: '?', shiftKey: true })).toBe('?');
});

test('default keys are all different, and none is the beginning of a sequence', () => {
  const keys = Object.values(actions.ACTIONS).filter((key) => key !== '');
  expect(new Set(keys).size).toBe(keys.length);
  const starts = new Set(keys.filter((key) => key.includes(' ')).map((key) => key.split(' ')[0] ?? ''));
  expect(keys.filter((key) => starts.has(key))).toEqual([]);
});

test('a person’s key takes the place of the default', () => {
  expect(actions.keyOf('snooze', {})).toBe('h');
  expect(actions.keyOf('snooze', { snooze: 'y' })).toBe('y');
});

test('what nobody offers does nothing and leaves the key to the browser', () => {
  actions.startShortcuts();
  expect(press('t')).toBe(false);
  expect(actions.isAvailable('take')).toBe(false);
  expect(actions.runAction('take')).toBe(false);
});

test('the listener goes when it is stopped', () => {
  const stop = actions.startShortcuts();
  expect(page.listeners.has('keydown')).toBe(true);
  stop();
  expect(page.listeners.has('keydown')).toBe(false);
});

test('single keys switched off: nothing is taken from the browser', () => {
  actions.startShortcuts();
  session.setState({ settings: { ...session.getState().settings, singleKeys: false } });
  expect(press('g')).toBe(false);
  expect(press('t', {}, 1100)).toBe(false);
});
