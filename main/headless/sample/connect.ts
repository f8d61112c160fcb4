import type { CallInput, CallName, CallOutput } from '#shared/contract/index.ts';
import { FaultError } from '#shared/result.ts';
import type { Engine } from '../../engine/index.ts';
import type { SandboxCredentials } from '../../sandbox/shopee/start.ts';

/** The value of a call that must succeed; its fault is thrown. */
export async function get<N extends CallName>(
  engine: Engine,
  name: N,
  input: CallInput<N>,
): Promise<CallOutput<N>> {
  const answer = await engine.dispatch(name, input);
  if (!answer.ok) throw new FaultError(answer.error.code, answer.error.detail);
  return answer.value as CallOutput<N>;
}

/**
 * Connects every shop of the sandbox as a seller does: the app is typed in, the authorisation page is opened and logged
 * in to with the main account, and the address to which it sends the browser back is pasted.
 */
export async function connectAll(engine: Engine, credentials: SandboxCredentials): Promise<number> {
  const { app } = await get(engine, 'shops.app.save', {
    place: 'custom',
    customHost: credentials.host,
    partnerId: String(credentials.partnerId),
    key: credentials.partnerKey,
  });
  const redirect = 'https://seller.example/back';
  const begun = await get(engine, 'shops.connect.begin', { appId: app.id, lang: 'en', redirect });
  const page = new URL(begun.url);
  page.searchParams.set('account', 'main');
  const login = await fetch(page, { redirect: 'manual' });
  const back = login.headers.get('location');
  if (back === null) throw new Error(`The sandbox's authorisation page answered ${login.status}.`);
  await get(engine, 'shops.connect.paste', { address: back });
  for (;;) {
    const { connecting, shops } = await get(engine, 'shops.list', {});
    if (connecting?.phase === 'done') return shops.length;
    if (connecting?.phase !== 'exchanging') {
      throw new FaultError(connecting?.fault?.code ?? 'internal', connecting?.fault?.detail);
    }
    await new Promise((done) => void setImmediate(done));
  }
}
