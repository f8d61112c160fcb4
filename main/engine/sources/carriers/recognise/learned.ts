/** A number whose carrier somebody told: a person by one click, or a source whose scans prove it. */
export interface Told {
  readonly number: string;
  readonly carrier: string;
  readonly by: 'person' | 'source';
}

/** What told numbers say about another one. */
export interface Lesson {
  readonly carrier: string;
  /** Share of the carrier among the told numbers of this prefix, drawn towards doubt where few were told; 0 to 1. */
  readonly share: number;
  /** How many told numbers it rests on. */
  readonly count: number;
}

/** A person's word weighs as much as three answers of a source. */
const WEIGHT = { person: 3, source: 1 } as const;
const PREFIX_MAX = 8;
/** Two letters or digits belong to everybody. */
const PREFIX_MIN = 3;
/** Doubt, as told numbers of nobody: one correction alone does not make certain. */
const DOUBT = 2;

/** Letters and digits by kind: `YT2632` and `AB1234` have one, `YTA632` another. */
function kindOf(number: string): string {
  return number.replace(/\d/g, '9').replace(/[A-Z]/g, 'A');
}

/** The part of a number that its told neighbours must share at least, for looking them up. */
export function lookUpPrefix(number: string): string {
  return number.slice(0, PREFIX_MIN);
}

/**
 * What the numbers of the longest shared prefix say, most likely first. Only numbers of the same length and the same order
 * of letters and digits count as neighbours. The number itself counts as told beyond doubt.
 */
export function learnedFrom(number: string, told: readonly Told[]): readonly Lesson[] {
  const own = told.find((each) => each.number === number);
  if (own) return [{ carrier: own.carrier, share: 1, count: 1 }];
  const kind = kindOf(number);
  const neighbours = told.filter((each) => kindOf(each.number) === kind);
  for (let length = PREFIX_MAX; length >= PREFIX_MIN; length -= 1) {
    const group = neighbours.filter((each) => each.number.startsWith(number.slice(0, length)));
    if (group.length === 0) continue;
    const weights = new Map<string, number>();
    for (const each of group) {
      weights.set(each.carrier, (weights.get(each.carrier) ?? 0) + WEIGHT[each.by]);
    }
    const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
    return [...weights]
      .map(([carrier, weight]) => ({ carrier, share: weight / (total + DOUBT), count: group.length }))
      .toSorted((a, b) => b.share - a.share || (a.carrier < b.carrier ? -1 : 1));
  }
  return [];
}
