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

/** One notification: a group, or several of one kind taken together. */
export interface Alert extends Group {
  readonly markets: number;
}

/** More groups than this at once are one event to the person (an import, a night's catch-up). */
const APART = 3;

/** Groups to notifications: each its own while they are few, else one for each kind over all its markets. */
export function gather(groups: readonly Group[]): readonly Alert[] {
  if (groups.length <= APART) return groups.map((group) => ({ ...group, markets: 1 }));
  const kinds = new Map<CaseKind, Group[]>();
  for (const group of groups) kinds.set(group.kind, [...(kinds.get(group.kind) ?? []), group]);
  return [...kinds.values()].flatMap((same) => {
    const [first] = same.toSorted((a, b) => b.count - a.count);
    if (!first) return [];
    const count = same.reduce((sum, group) => sum + group.count, 0);
    return [{ ...first, market: same.length === 1 ? first.market : null, count, markets: same.length }];
  });
}
