import type { Vault } from './sources/shopee/tokens/vault.ts';
import { stopApp, stopOwner } from './store/aggregates/shops.ts';
import { leaseToken, markAsked, releaseToken, renewToken } from './store/aggregates/tokens.ts';
import { storeFault } from './store/faults.ts';
import type { Writer } from './store/types.ts';
import { stopOf } from './store/views/shops.ts';
import { tokenOf } from './store/views/tokens.ts';

/**
 * The vault of one app over the store. Each change is a transaction that reaches the disk (`command`) and begins with
 * the write lock, so that two processes see each other's leases. `holder` is this process.
 */
export function storeVault(writer: Writer, appId: number, holder: string): Vault {
  const durable = <T>(work: () => T): T => writer.transaction('command', work);
  return {
    token: (owner) => tokenOf(writer, { appId, ...owner }),
    begin: (owner, now, until) => {
      const whose = { appId, ...owner };
      try {
        return durable(() => {
          const token = tokenOf(writer, whose);
          if (!token) return null;
          if (!leaseToken(writer, whose, holder, now, until)) return 'busy';
          markAsked(writer, whose, now);
          return token;
        });
      } catch (error) {
        if (storeFault(error)?.code === 'store-busy') return 'busy';
        throw error;
      }
    },
    renew: (owner, generation, pair, at) =>
      durable(() => renewToken(writer, { appId, ...owner }, generation, pair, at)),
    release: (owner, known) => durable(() => releaseToken(writer, { appId, ...owner }, holder, known)),
    stopOf: (owner) => stopOf(writer, { appId, ...owner }),
    stop: (owner, stop) => durable(() => stopOwner(writer, { appId, ...owner }, stop)),
    stopApp: (stop) => durable(() => stopApp(writer, appId, stop)),
  };
}
