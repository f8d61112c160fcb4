import { vi } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '#shared/contract/shell.ts';

type KeyListener = (event: KeyboardEvent) => void;

/** As much of a browser as the page's plain modules ask for when they are loaded: a bridge, an address, key listeners. */
export interface FakePage {
  readonly listeners: Map<string, KeyListener>;
  readonly pushed: string[];
  settings: Settings;
}

/** Puts it in place of the globals; `vi.unstubAllGlobals()` takes it away. Load the modules after it. */
export function stubPage(path = '/'): FakePage {
  const page: FakePage = { listeners: new Map(), pushed: [], settings: DEFAULT_SETTINGS };
  const location = { pathname: path };
  const go = (_state: unknown, _title: string, to: string): void => {
    page.pushed.push(to);
    location.pathname = to;
  };
  vi.stubGlobal('location', location);
  vi.stubGlobal('history', { pushState: go, replaceState: go });
  vi.stubGlobal('HTMLElement', FakeElement);
  vi.stubGlobal('document', { body: new FakeElement('body') });
  vi.stubGlobal('addEventListener', (name: string, heard: KeyListener) => page.listeners.set(name, heard));
  vi.stubGlobal('removeEventListener', (name: string) => page.listeners.delete(name));
  vi.stubGlobal('window', {
    seamark: {
      surface: 'desktop',
      call: () => Promise.resolve({ ok: false, error: { code: 'not-available' } }),
      on: () => () => {},
      pathOf: () => Promise.resolve(null),
    },
  });
  return page;
}

/** An element that answers `closest` by the kinds it is said to stand in. */
export class FakeElement {
  readonly inside: readonly string[];
  constructor(...inside: string[]) {
    this.inside = inside;
  }
  closest(selector: string): FakeElement | null {
    return selector.split(', ').some((part) => this.inside.includes(part)) ? this : null;
  }
}
