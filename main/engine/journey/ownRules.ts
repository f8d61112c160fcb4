import type { Meaning, ScanWords } from '#shared/model/event.ts';
import type { OwnRule } from '#shared/model/ownRule.ts';
import { cleanText, skeleton } from './normalise/clean.ts';

/** What a rule says and for which words. */
export type RuleWords = Pick<OwnRule, 'carrier' | 'code' | 'text' | 'node' | 'reason'>;

/** Reads a scan by the user's own rules; null where none speaks of it. */
export type OwnRules = (words: ScanWords) => Meaning | null;

/**
 * What is compared: the text without its numbers, or with them where nothing else is there. Empty for a text that says
 * nothing, which no rule may stand for without a code.
 */
export function ruleSkeleton(text: string): string {
  const clean = cleanText(text);
  return skeleton(clean) || clean;
}

/** What a scan says: its text, or its status word where it has none. */
export const saidBy = ({ text, status }: Pick<ScanWords, 'text' | 'status'>): string =>
  text || (status ?? '');

const keyOf = (carrier: string | null, code: string | null, words: string): string =>
  JSON.stringify([carrier, code || null, words]);

/**
 * The user's rules as one function. A rule for the carrier goes before one for any carrier; a rule with a code reads only
 * scans with that code, one without a code only scans without. A scan without text is compared by its status word.
 */
export function ownRules(rules: readonly RuleWords[]): OwnRules {
  if (rules.length === 0) return () => null;
  const byKey = new Map(
    rules.map(({ carrier, code, text, node, reason }): [string, Meaning] => [
      keyOf(carrier, code, ruleSkeleton(text)),
      { node, reason, confidence: 'high', means: 'own' },
    ]),
  );
  return (scan) => {
    const { carrier, code } = scan;
    const words = ruleSkeleton(saidBy(scan));
    if (words === '' && !code) return null;
    return byKey.get(keyOf(carrier, code, words)) ?? byKey.get(keyOf(null, code, words)) ?? null;
  };
}
