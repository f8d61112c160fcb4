import type { Reason } from '#shared/model/node.ts';
import { entry, type Entry } from '../tables/table.ts';
import { conceptIndex, CONCEPTS } from './concepts.ts';
import { MOVES } from './moveRules.ts';
import { RULES } from './ruleTable.ts';
import type { Facts } from './scope.ts';

interface Rule {
  /** Four words of bits each: at least one of them must be there (`any`), or none of them may (`none`). */
  readonly any: readonly Int32Array[];
  readonly none: readonly Int32Array[];
  readonly cell: string;
  readonly made: Entry;
  readonly withGround: boolean;
}

function bits(names: string): Int32Array {
  const made = new Int32Array(4);
  for (const name of names.split('|')) {
    const index = conceptIndex(name);
    made[index >> 5] = (made[index >> 5] as number) | (1 << (index & 31));
  }
  return made;
}

const SIDED: Readonly<Record<string, string>> = {
  CUSTOMS_IN: 'IMPORT_CUSTOMS',
  CUSTOMS_HELD: 'IMPORT_HELD',
  CUSTOMS_CLEARED: 'IMPORT_CLEARED',
};

function parse(line: string): Rule {
  const [left = '', right = ''] = line.split(' : ');
  const terms = left.trim().split(/\s+/);
  const [cell = '', ground] = right.trim().split('/');
  const plain = cell.replace(/^[~?]/, '');
  const named = SIDED[plain] === undefined ? right.trim() : right.trim().replace(plain, SIDED[plain]);
  return {
    any: terms.filter((term) => !term.startsWith('!')).map(bits),
    none: terms.filter((term) => term.startsWith('!')).map((term) => bits(term.slice(1))),
    cell: plain,
    made: entry(named.replace('/*', '')),
    withGround: ground === '*',
  };
}

const PARSED: readonly Rule[] = `${RULES}\n${MOVES}`
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map(parse);
if (PARSED.some(({ any }) => any.length === 0)) throw new Error('a rule needs a concept that must be there');

const meets = (facts: Facts, set: Int32Array): boolean =>
  ((facts[0] as number) & (set[0] as number)) !== 0 ||
  ((facts[1] as number) & (set[1] as number)) !== 0 ||
  ((facts[2] as number) & (set[2] as number)) !== 0 ||
  ((facts[3] as number) & (set[3] as number)) !== 0;

const EXPORT = bits('EXPORT|ORIGIN');
const IMPORT = bits('IMPORT|DEST');
const DELIVERY = bits('DELIVERY|OFD');

/** For each concept the rules, as bits by their place, whose first term it meets. */
const STEPS = (PARSED.length + 31) >> 5;
const STARTED_BY: readonly Int32Array[] = CONCEPTS.map((_, concept) => {
  const rules = new Int32Array(STEPS);
  for (const [index, { any }] of PARSED.entries()) {
    const first = any[0]?.[concept >> 5] ?? 0;
    if ((first >> (concept & 31)) & 1)
      rules[index >> 5] = (rules[index >> 5] as number) | (1 << (index & 31));
  }
  return rules;
});
const started = new Int32Array(STEPS);

/** The first rule that the facts meet, or null. `ground` names the ground where the rule asks for it. */
export function ruleFor(facts: Facts, ground: (facts: Facts) => Reason | null): Entry | null {
  started.fill(0);
  for (let word = 0; word < facts.length; word += 1) {
    for (let rest = facts[word] as number; rest !== 0; rest &= rest - 1) {
      const rules = STARTED_BY[word * 32 + lowest(rest)] as Int32Array;
      for (let step = 0; step < STEPS; step += 1)
        started[step] = (started[step] as number) | (rules[step] as number);
    }
  }
  for (let step = 0; step < STEPS; step += 1) {
    for (let rest = started[step] as number; rest !== 0; rest &= rest - 1) {
      const rule = PARSED[step * 32 + lowest(rest)] as Rule;
      if (fits(rule, facts)) return finish(rule, facts, ground);
    }
  }
  return null;
}

/** Place of the lowest bit that is set. */
const lowest = (bitsSet: number): number => 31 - Math.clz32(bitsSet & -bitsSet);

function fits({ any, none }: Rule, facts: Facts): boolean {
  for (let index = 1; index < any.length; index += 1)
    if (!meets(facts, any[index] as Int32Array)) return false;
  for (const set of none) if (meets(facts, set)) return false;
  return true;
}

function finish(rule: Rule, facts: Facts, ground: (facts: Facts) => Reason | null): Entry {
  let { made } = rule;
  if (SIDED[rule.cell] !== undefined) made = sided(made, facts, ground);
  if (!rule.withGround) return made;
  const found = ground(facts);
  if (made.node.endsWith('_HELD')) return { ...made, reason: found ?? 'CUSTOMS_HOLD' };
  if (made.node.startsWith('RETURN')) return { ...made, reason: found };
  return { ...made, reason: found ?? 'OTHER' };
}

/** A customs scan whose text names its side has it; otherwise the trail decides. */
function sided(made: Entry, facts: Facts, ground: (facts: Facts) => Reason | null): Entry {
  const out = meets(facts, EXPORT);
  // Duty is paid where the parcel comes in, and what is delivered next has come in.
  const into =
    meets(facts, IMPORT) || (!out && (meets(facts, DELIVERY) || ground(facts) === 'DUTIES_UNPAID'));
  if (out === into) return { ...made, side: 'customs', confidence: 'medium' };
  if (into) return made;
  return { ...made, node: made.node.replace('IMPORT', 'EXPORT') as Entry['node'] };
}

/** Whether the facts hold one of the concepts. */
export function holds(names: string): (facts: Facts) => boolean {
  const set = bits(names);
  return (facts) => meets(facts, set);
}
