import { share } from '../../simulate/random.ts';
import type { FaultKind, FaultRule } from './kinds.ts';

export interface Struck {
  readonly fault: FaultKind;
  readonly value: FaultRule['value'];
}

export interface FaultState {
  readonly rules: readonly FaultRule[];
  /** Replaces all rules. */
  set(rules: readonly FaultRule[]): void;
  add(rule: FaultRule): void;
  /** Looks at one call; its faults are then asked for kind by kind, in the order in which they would strike. */
  begin(call: FaultCall): Strikes;
}

export interface Strikes {
  /** The first fault of the given kinds that strikes this call, or null. */
  one(kinds: ReadonlySet<FaultKind>): Struck | null;
  /** Every fault of the given kinds that strikes this call. */
  all(kinds: ReadonlySet<FaultKind>): readonly Struck[];
}

export interface FaultCall {
  readonly path: string;
  /** What is asked, without time, sign and token: two equal ones are the same question. */
  readonly question: string;
  readonly shopId: number | null;
  readonly isPublic: boolean;
  readonly now: number;
}

/**
 * Decides which call is struck. Chance depends on seed, rule and how many calls the rule has seen of that path, so a run
 * with calls in the same order is struck in the same places.
 */
export function createFaults(seed: number, initial: readonly FaultRule[] = []): FaultState {
  let rules = [...initial];
  let seen = new Map<string, number>();
  let struck = new Map<FaultRule, number>();
  const recent = new Map<string, true>();

  const matches = (rule: FaultRule, call: FaultCall): boolean =>
    (rule.path === undefined ? !call.isPublic : call.path.includes(rule.path)) &&
    (rule.shopId === undefined || rule.shopId === call.shopId) &&
    (rule.from === undefined || call.now >= rule.from) &&
    (rule.until === undefined || call.now < rule.until) &&
    (rule.times === undefined || (struck.get(rule) ?? 0) < rule.times);

  const strikes = (rule: FaultRule, index: number, call: FaultCall, spared: boolean): boolean => {
    if (!matches(rule, call)) return false;
    const place = `${index} ${call.path}`;
    const turn = (seen.get(place) ?? 0) + 1;
    seen.set(place, turn);
    if (rule.share !== undefined && share(seed, 100, index, turn, call.path.length) >= rule.share)
      return false;
    if (rule.relents) {
      if (spared) return false;
      recent.set(call.question, true);
      // Old questions are forgotten, the oldest first.
      if (recent.size > 20_000) recent.delete(recent.keys().next().value ?? '');
    }
    struck.set(rule, (struck.get(rule) ?? 0) + 1);
    return true;
  };

  return {
    get rules() {
      return rules;
    },
    set(next) {
      rules = [...next];
      seen = new Map();
      struck = new Map();
    },
    add(rule) {
      rules = [...rules, rule];
    },
    begin(call) {
      // Whoever was struck and asks the same again is spared by the faults that relent, whatever they are.
      const spared = recent.delete(call.question);
      const asked = (kinds: ReadonlySet<FaultKind>, rule: FaultRule, index: number): boolean =>
        kinds.has(rule.fault) && strikes(rule, index, call, spared);
      return {
        one(kinds) {
          const rule = rules.find((one, index) => asked(kinds, one, index));
          return rule ? { fault: rule.fault, value: rule.value } : null;
        },
        all: (kinds) =>
          rules
            .filter((one, index) => asked(kinds, one, index))
            .map(({ fault, value }) => ({ fault, value })),
      };
    },
  };
}
