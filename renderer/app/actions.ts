import { useLayoutEffect, useRef } from 'react';
import type { UiKey } from '#shared/text/ui/index.ts';
import { session } from './session.ts';

/**
 * Everything that can be done by key or palette. `keys` is the default: parts joined by blanks are pressed one after
 * another ("g t"), `mod` and `shift` are held. Single keys act only while a list or a detail has the focus (WCAG 2.1.4).
 */
export const ACTIONS = {
  palette: 'mod+k',
  sheet: '?',
  search: '/',
  next: 'j',
  previous: 'k',
  select: 'x',
  extendDown: 'shift+j',
  extendUp: 'shift+k',
  nextView: ']',
  previousView: '[',
  take: 't',
  snooze: 'h',
  dismiss: '#',
  reopen: 'o',
  undo: 'z',
  draft: 'r',
  copy: 'c',
  raw: 'v',
  why: 'i',
  parcel: 'p',
  import: 'mod+i',
  connect: '',
  'go.today': 'g t',
  'go.queue': 'g q',
  'go.parcels': 'g p',
  'go.orders': 'g o',
  'go.map': 'g m',
  'go.drafts': 'g d',
  'go.insights': 'g i',
  'go.sources': 'g s',
  'go.settings': 'g ,',
  'go.calendars': 'g c',
  theme: '',
  lang: '',
  backup: '',
} as const;
export type ActionId = keyof typeof ACTIONS;
export const ACTION_IDS = Object.keys(ACTIONS) as ActionId[];

/** The catalogue key of an action's name. */
export const actionText = (id: ActionId): UiKey => `action.${id}`;

/** The key of an action: the person's own, else the default; empty for none. */
export function keyOf(id: ActionId, keys: Readonly<Record<string, string>>): string {
  return keys[id] ?? ACTIONS[id];
}

/** For `Kbd`: "shift+j" as separate caps. */
export const caps = (key: string): string => key.replaceAll('+', ' ');

type Handler = () => void;
const handlers = new Map<ActionId, Handler[]>();

/** Makes an action available while the component is there. The newest owner of an action gets it. */
export function useAction(id: ActionId, handler: Handler, enabled = true): void {
  const latest = useRef(handler);
  latest.current = handler;
  // Before the screen is painted: a key that is pressed as soon as a case is to be seen was lost otherwise.
  useLayoutEffect(() => {
    if (!enabled) return undefined;
    const mine: Handler = () => latest.current();
    const list = handlers.get(id) ?? [];
    list.push(mine);
    handlers.set(id, list);
    return () => {
      list.splice(list.indexOf(mine), 1);
    };
  }, [id, enabled]);
}

/** True when somebody offers the action now. */
export function isAvailable(id: ActionId): boolean {
  return (handlers.get(id)?.length ?? 0) > 0;
}

/** Does the action; false when nobody offers it. */
export function runAction(id: ActionId): boolean {
  const handler = handlers.get(id)?.at(-1);
  handler?.();
  return handler !== undefined;
}

/** A key press in the form of `ACTIONS`. */
export function pressed(event: KeyboardEvent): string {
  const mod = event.metaKey || event.ctrlKey ? 'mod+' : '';
  const letter = /^[a-z]$/i.test(event.key);
  const shift = event.shiftKey && letter ? 'shift+' : '';
  return `${mod}${shift}${letter ? event.key.toLowerCase() : event.key}`;
}

const SEQUENCE_MS = 1200;

/** Listens for shortcuts; the answer stops. */
export function startShortcuts(): () => void {
  let before = '';
  let beforeAt = 0;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.altKey || event.isComposing) return;
    const key = pressed(event);
    const { keys, singleKeys } = session.getState().settings;
    const held = key.startsWith('mod+');
    if (!held && (!singleKeys || !singleKeysAllowed(event.target))) return;
    const sequence = event.timeStamp - beforeAt < SEQUENCE_MS && before !== '' ? `${before} ${key}` : key;
    const found =
      ACTION_IDS.find((id) => keyOf(id, keys) === sequence) ??
      ACTION_IDS.find((id) => keyOf(id, keys) === key);
    before = held ? '' : key;
    beforeAt = event.timeStamp;
    if (found && runAction(found)) {
      before = '';
      event.preventDefault();
    }
  };
  addEventListener('keydown', onKeyDown);
  return () => removeEventListener('keydown', onKeyDown);
}

/** In a list or a detail, or when nothing has the focus (a button that went took it along); not while typing. */
function singleKeysAllowed(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target === document.body) return true;
  if (target.closest('input, textarea, select, [contenteditable], [role=dialog], [role=menu]')) return false;
  return target.closest('[data-keys]') !== null;
}
