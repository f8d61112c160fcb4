import type { WordsAround } from '#shared/contract/sources.ts';
import type { ScanWords } from '#shared/model/event.ts';
import type { OwnRule } from '#shared/model/ownRule.ts';
import { FaultError } from '#shared/result.ts';
import { type BareMeaning, meaningOf } from './journey/meaning.ts';
import { ownRules, ruleSkeleton, type RuleWords, saidBy } from './journey/ownRules.ts';
import type { Clock } from './ports.ts';
import { audit } from './store/aggregates/audit.ts';
import { dropRule, rereadScans, saveRule } from './store/aggregates/ownRules.ts';
import type { Writer } from './store/types.ts';
import { ownRuleRows, wordsOfEvent } from './store/views/ownRules.ts';
import { scansSaying, wordsAround } from './wordsAround.ts';

/** What a change of the rules touched. */
export interface RuleChange {
  readonly ruleId: number;
  readonly scans: number;
  readonly parcels: number;
}

export interface RuleBook {
  /** What a scan means by itself, the user's rules first. */
  meaning(words: ScanWords): BareMeaning;
  list(): OwnRule[];
  map(rule: RuleWords): RuleChange;
  unmap(ruleId: number): RuleChange;
  /** A rule for the words of a stored scan, by its carrier and its code. */
  mapScan(of: { readonly eventId: number } & Pick<RuleWords, 'node' | 'reason'>): RuleChange;
  /** What is known around words, or around those of a stored scan. */
  around(of: Pick<RuleWords, 'carrier' | 'code' | 'text'> | { readonly eventId: number }): WordsAround;
}

/** The user's own rules: kept in the store, read once, and applied to what was stored before them. */
export function createRuleBook(deps: { writer: Writer; clock: Clock; changed: () => void }): RuleBook {
  const { writer, clock } = deps;
  let own = ownRules(ownRuleRows(writer));

  const meaning = (words: ScanWords): BareMeaning => meaningOf(words, own);
  /** Reads anew what says the same as the rule; the journeys follow by the parcels' marks. */
  const apply = (rule: RuleWords, ruleId: number, what: string): RuleChange => {
    own = ownRules(ownRuleRows(writer));
    const same = scansSaying(writer, rule).map((scan) => ({ id: scan.id, node: meaning(scan).node }));
    const parcels = rereadScans(writer, same);
    audit(writer, clock.now(), what, `rule:${ruleId}`, { node: rule.node, scans: same.length, parcels });
    return { ruleId, scans: same.length, parcels };
  };
  const change = (work: () => RuleChange): RuleChange => {
    try {
      return writer.transaction('command', work);
    } catch (error) {
      own = ownRules(ownRuleRows(writer));
      throw error;
    } finally {
      deps.changed();
    }
  };
  const map = (rule: RuleWords): RuleChange => {
    const words = ruleSkeleton(rule.text);
    if (words === '' && !rule.code) throw new FaultError('not-found');
    return change(() => apply(rule, saveRule(writer, rule, words, clock.now()), 'sources.mapText'));
  };
  const wordsOf = (eventId: number): Pick<RuleWords, 'carrier' | 'code' | 'text'> => {
    const words = wordsOfEvent(writer, eventId);
    if (!words) throw new FaultError('not-found');
    return { carrier: words.carrier, code: words.code, text: saidBy(words) };
  };
  return {
    meaning,
    around: (of) => wordsAround(writer, meaning, 'eventId' in of ? wordsOf(of.eventId) : of),
    mapScan: ({ eventId, node, reason }) => map({ ...wordsOf(eventId), node, reason }),
    list: () => ownRuleRows(writer),
    map,
    unmap: (ruleId) => {
      const rule = ownRuleRows(writer).find(({ id }) => id === ruleId);
      if (!rule) throw new FaultError('not-found');
      return change(() => {
        dropRule(writer, ruleId);
        return apply(rule, ruleId, 'sources.unmapText');
      });
    },
  };
}
