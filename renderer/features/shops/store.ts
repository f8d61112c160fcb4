import { createStore } from 'zustand';
import type { Connecting } from '#shared/contract/shops.ts';
import type { UiLang } from '#shared/contract/shell.ts';
import type { AppId, ShopeeApp, ShopeePlace } from '#shared/model/shop.ts';
import type { Fault } from '#shared/result.ts';
import { call } from '../../bridge/client.ts';

/** What a person types of an app. Kept while the dialog is open, so that a refusal loses nothing. */
export interface TypedApp {
  readonly place: ShopeePlace;
  readonly customHost: string;
  readonly partnerId: string;
  readonly key: string;
}

interface Connect {
  readonly open: boolean;
  readonly step: 'app' | 'authorise' | 'load';
  readonly typed: TypedApp;
  readonly appId: AppId | null;
  /** False: the platform could not be asked whether the key is right. */
  readonly checked: boolean;
  readonly busy: boolean;
  readonly fault: Fault | null;
}

const EMPTY: TypedApp = { place: 'live-cn', customHost: 'http://127.0.0.1:4010', partnerId: '', key: '' };
const CLOSED: Connect = {
  open: false,
  step: 'app',
  typed: EMPTY,
  appId: null,
  checked: true,
  busy: false,
  fault: null,
};

export const connect = createStore<Connect>(() => CLOSED);

/** Opens the wizard: at the app, with a known app's facts for a new key, or at once at the authorisation. */
export function openConnect(from?: { app: ShopeeApp; at: 'key' | 'authorise' }): void {
  if (!from) {
    connect.setState({ ...CLOSED, open: true });
    return;
  }
  const { app } = from;
  const typed = {
    place: app.place,
    customHost: app.customHost ?? EMPTY.customHost,
    partnerId: app.partnerId,
    key: '',
  };
  const step = from.at === 'key' ? 'app' : 'authorise';
  connect.setState({ ...CLOSED, open: true, typed, appId: app.id, step });
}

/** Closes the dialog; an authorisation under way is ended, because nobody would see it come back. */
export function closeConnect(): void {
  if (connect.getState().step === 'authorise') void call('shops.connect.cancel', {});
  connect.setState(CLOSED);
}

export function type(change: Partial<TypedApp>): void {
  connect.setState(({ typed }) => ({ typed: { ...typed, ...change }, fault: null }));
}

/** Keeps the app, its key tried out first, and goes on to the authorisation. */
export async function saveApp(): Promise<void> {
  const { typed } = connect.getState();
  connect.setState({ busy: true, fault: null });
  const answer = await call('shops.app.save', {
    ...typed,
    customHost: typed.place === 'custom' ? typed.customHost.trim() : null,
  });
  if (!answer.ok) {
    connect.setState({ busy: false, fault: answer.error });
    return;
  }
  const { app, checked } = answer.value;
  connect.setState({ busy: false, appId: app.id, checked, step: 'authorise' });
}

/** Goes on with an app that is known already. */
export function chooseApp(appId: AppId): void {
  connect.setState({ appId, step: 'authorise', fault: null, checked: true });
}

/** Begins the authorisation and opens Shopee's page in the browser. */
export async function authorise(lang: UiLang): Promise<Connecting | null> {
  const { appId } = connect.getState();
  if (appId === null) return null;
  connect.setState({ busy: true, fault: null });
  const answer = await call('shops.connect.begin', { appId, lang, redirect: null });
  connect.setState({ busy: false, fault: answer.ok ? null : answer.error });
  if (!answer.ok) return null;
  window.open(answer.value.url);
  return answer.value;
}

/** Takes the address that the browser ended at. */
export async function paste(address: string): Promise<boolean> {
  connect.setState({ busy: true, fault: null });
  const answer = await call('shops.connect.paste', { address });
  connect.setState({ busy: false, fault: answer.ok ? answer.value.fault : answer.error });
  return answer.ok && answer.value.phase !== 'failed';
}

/** Starts the first load of the given shops, as far back as asked. */
export async function load(shopIds: Connecting['shopIds'], days: number): Promise<void> {
  connect.setState({ busy: true, fault: null });
  for (const shopId of shopIds) {
    const answer = await call('sync.load', { shopId, days });
    if (!answer.ok) {
      connect.setState({ busy: false, fault: answer.error });
      return;
    }
  }
  connect.setState(CLOSED);
}
