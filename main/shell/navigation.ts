import type { Shell, WebContents } from 'electron';
import type { Logger } from '../engine/ports.ts';
import { isOwn } from './origin.ts';

/** Hosts that open in the browser without a question: none but those that Seamark itself links to. */
export const OPEN_WITHOUT_ASKING: readonly string[] = [
  'seller.shopee.cn',
  'spx.sg',
  'www.17track.net',
  'global.cainiao.com',
  // Whose weather is shown.
  'open-meteo.com',
  // Where sellers grant access to their shops.
  'open.shopee.com',
  'open.shopee.cn',
  'open.shopee.com.br',
  'open.sandbox.test-stable.shopee.com',
  'open.sandbox.test-stable.shopee.cn',
];

export type OpenDecision = 'open' | 'ask' | 'refuse';

/** The page of a sandbox on this machine on which access is granted, and nothing else of this machine. */
const isSandboxGrant = (url: URL): boolean =>
  url.protocol === 'http:' &&
  ['127.0.0.1', 'localhost'].includes(url.hostname) &&
  ['/auth', '/cancel_auth'].includes(url.pathname) &&
  url.searchParams.has('partner_id');

/**
 * What happens to an address that wants to leave the app. Only https and mailto ever do, and the grant page of a sandbox
 * on this machine, after a question.
 */
export function decideOpen(address: string): OpenDecision {
  if (!URL.canParse(address)) return 'refuse';
  const url = new URL(address);
  if (url.protocol === 'mailto:') return 'ask';
  // A name before the host is a way to make a foreign host look like a known one.
  if (isSandboxGrant(url) && url.username === '' && url.password === '') return 'ask';
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return 'refuse';
  const known = OPEN_WITHOUT_ASKING.includes(url.hostname) && url.port === '';
  return known ? 'open' : 'ask';
}

export interface NavigationDeps {
  readonly openExternal: Shell['openExternal'];
  /** Asks the person; the host is all that is shown. */
  readonly ask: (host: string) => Promise<boolean>;
  readonly log: Logger;
}

/** Keeps a page where it is: no navigation but our own, no new windows, no webviews. */
export function guardNavigation(contents: WebContents, deps: NavigationDeps): void {
  const leave = async (address: string): Promise<void> => {
    const decision = decideOpen(address);
    if (decision === 'refuse') {
      deps.log.warn('navigation.refused', {});
      return;
    }
    const url = new URL(address);
    if (decision === 'open' || (await deps.ask(url.hostname || url.protocol)))
      await deps.openExternal(url.href);
  };
  contents.on('will-navigate', (event) => {
    if (isOwn(event.url)) return;
    event.preventDefault();
    void leave(event.url);
  });
  contents.on('will-redirect', (event) => {
    if (!isOwn(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!isOwn(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    void leave(url);
    return { action: 'deny' };
  });
}
