import type { StopReason } from '#shared/model/shop.ts';
import type { ShopeeFault } from '../client.ts';
import type { ErrorReason } from '../errors.ts';

const OF_OWNER: Readonly<Partial<Record<ErrorReason, StopReason>>> = {
  unlinked: 'unlinked',
  'grant-expired': 'grant-expired',
  banned: 'banned',
  frozen: 'frozen',
};
const OF_APP: Readonly<Partial<Record<ErrorReason, StopReason>>> = {
  'wrong-key': 'wrong-key',
  'key-expired': 'key-expired',
  'partner-unknown': 'partner-unknown',
  'address-undeclared': 'address-undeclared',
  'app-deleted': 'app-deleted',
  'app-restricted': 'app-restricted',
  'app-suspended': 'app-suspended',
};

/** What a failure stops: one shop or merchant, the whole app, or nothing. */
export function stopFor(fault: ShopeeFault): { scope: 'owner' | 'app'; reason: StopReason } | null {
  if (fault.action === 'stop-shop') return { scope: 'owner', reason: OF_OWNER[fault.reason] ?? 'unlinked' };
  if (fault.action === 'stop-app' || fault.action === 'fix-key') {
    return { scope: 'app', reason: OF_APP[fault.reason] ?? 'app-restricted' };
  }
  return null;
}
