import type { StopReason } from '#shared/model/shop.ts';
import type { Clock } from '../../../ports.ts';
import type { ShopeeAnswer, ShopeeClient, ShopeeFault } from '../client.ts';
import type { AnswerFor, EndpointName, ParamsFor } from '../endpoints/index.ts';
import type { Held, TokenKeeper } from './keeper.ts';
import { stopFor } from './stops.ts';
import type { Owner, Vault } from './vault.ts';

/** An answer to a call for a shop or a merchant; with `facts` null no call was made. */
export type OwnerAnswer<T> =
  | ShopeeAnswer<T>
  | {
      readonly ok: false;
      readonly facts: null;
      readonly fault: ShopeeFault | null;
      readonly held: 'stopped' | 'no-token' | 'later';
      readonly reason: StopReason | null;
    };

export interface ShopeeAccess {
  /**
   * Calls for a shop or a merchant with a token that is good. A refused token is renewed once and the call repeated
   * once; a lost link or a refused app stops what it concerns, durably, and nothing is called for it until a person
   * has acted. Never refreshes for a missing permission. Never throws.
   */
  call<N extends EndpointName>(
    owner: Owner,
    name: N,
    params: ParamsFor<N>,
    options?: { readonly signal?: AbortSignal },
  ): Promise<OwnerAnswer<AnswerFor<N>>>;
}

const withoutCall = (held: Held & { ok: false }): OwnerAnswer<never> => ({
  ok: false,
  facts: null,
  fault: held.why === 'later' ? held.fault : null,
  held: held.why,
  reason: held.why === 'stopped' ? held.reason : null,
});

/** Joins the client with the tokens of one app. */
export function createShopeeAccess(deps: {
  readonly client: ShopeeClient;
  readonly keeper: TokenKeeper;
  readonly vault: Vault;
  readonly clock: Clock;
  /** Hears that something was stopped. */
  readonly stopped: () => void;
}): ShopeeAccess {
  const { client, keeper, vault, clock } = deps;

  const stop = (owner: Owner, fault: ShopeeFault, generation: number): void => {
    const what = stopFor(fault);
    if (!what) return;
    // Granted anew while the answer was on its way: what it says is the past.
    if (what.scope === 'owner' && vault.token(owner)?.generation !== generation) return;
    const facts = { reason: what.reason, code: fault.code, at: clock.now() };
    if (what.scope === 'app') vault.stopApp({ ...facts, address: fault.address });
    else vault.stop(owner, facts);
    deps.stopped();
  };

  return {
    call: async (owner, name, params, options = {}) => {
      const auth = (token: string) => ({ kind: owner.kind, id: owner.no, token });
      const held = await keeper.token(owner);
      if (!held.ok) return withoutCall(held);
      let { generation } = held;
      let answer = await client.call(name, params, auth(held.token), options);
      if (!answer.ok && answer.fault.class === 'token') {
        const next = await keeper.refused(owner, held.generation);
        if (!next.ok && next.why === 'stopped') return withoutCall(next);
        if (next.ok && next.generation !== held.generation && options.signal?.aborted !== true) {
          ({ generation } = next);
          answer = await client.call(name, params, auth(next.token), options);
        }
      }
      if (!answer.ok) stop(owner, answer.fault, generation);
      return answer;
    },
  };
}
