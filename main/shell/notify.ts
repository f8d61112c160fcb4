import type { CaseKind } from '#shared/model/case.ts';
import type { Market } from '#shared/model/market.ts';
import type { Settings } from '#shared/contract/shell.ts';

/** How many cases of one kind wait in one market. `market` null: not known. */
export interface Group {
  readonly kind: CaseKind;
  readonly market: Market | null;
  readonly count: number;
  /** The case that is shown when the notification is clicked. */
  readonly caseId: number | null;
}

/** The same group is not announced again within this time. */
export const REPEAT_AFTER = 10 * 60_000;

export interface Notifier {
  /** Compares with what was there and answers the groups to announce, each with how many are new. */
  take(groups: readonly Group[], now: number): readonly Group[];
}

const nameOf = (group: Group): string => `${group.kind}/${group.market ?? ''}`;

/**
 * Decides what is worth a notification: groups that grew since they were last announced. The first look only sets
 * the baseline, so that a start does not announce what everyone knows. While notifications are silent the growth is
 * not saved up: what came meanwhile stands in the queue and on the tray.
 */
export function createNotifier(settings: () => Settings): Notifier {
  let known: Map<string, number> | null = null;
  const announced = new Map<string, number>();
  return {
    take(groups, now) {
      const before = known;
      const { notifications, quietUntil } = settings();
      const silent = !notifications || (quietUntil !== null && now < quietUntil);
      const next = new Map<string, number>();
      const told: Group[] = [];
      for (const group of groups) {
        const name = nameOf(group);
        const had = before?.get(name) ?? 0;
        next.set(name, group.count);
        const grown = group.count - had;
        if (before === null || grown <= 0 || silent) continue;
        if (now - (announced.get(name) ?? -Infinity) < REPEAT_AFTER) {
          // Keep the older figure, so that the growth is told as one when the pause is over.
          next.set(name, had);
          continue;
        }
        announced.set(name, now);
        told.push({ ...group, count: grown });
      }
      known = next;
      return told;
    },
  };
}
