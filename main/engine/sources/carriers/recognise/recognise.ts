import type { CarrierCandidate } from '#shared/model/carrierSource.ts';
import { baseSlug } from '../kit/names.ts';
import { learnedFrom, type Told } from './learned.ts';
import { branchOf, PATTERNS, type Rank } from './patterns.ts';
import { postOf, readS10 } from './s10.ts';

/** What else is known of the number. */
export interface Hints {
  /** The carrier that Shopee or a file names; the strongest word (CA 6: prefer what Shopee names). */
  readonly named: string | null;
  /** Destination market in lower case, which tells branches apart. */
  readonly market: string | null;
  readonly told: readonly Told[];
}

const SCORE: Readonly<Record<Rank, number>> = { strong: 0.9, medium: 0.6, weak: 0.25 };
/** A candidate is `sure` above this, and only while no other comes near. */
const SURE = 0.8;
const NEAR = 0.3;

/**
 * Candidates for a number's carrier, best first, each with a score from 0 to 1 and why. Nothing is asserted: `certainOf` says
 * whether one of them may be taken without asking. Shapes that several carriers share stay low whatever else is missing.
 */
export function recognise(written: string, hints: Hints): readonly CarrierCandidate[] {
  const number = written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s-]+/g, '');
  const found = new Map<string, CarrierCandidate>();
  const add = (carrier: string, score: number, why: CarrierCandidate['why']): void => {
    const before = found.get(carrier);
    if (!before || before.score < score)
      found.set(carrier, { carrier, score: Math.round(score * 100) / 100, why });
  };

  if (hints.named !== null && hints.named !== 'unknown') add(hints.named, 0.97, 'named');
  for (const lesson of learnedFrom(number, hints.told)) add(lesson.carrier, lesson.share * 0.99, 'learned');
  const s10 = readS10(number);
  if (s10?.kind === 'valid') add(postOf(s10), 0.92, 's10');
  // The postal form with a wrong check digit is no postal number: it says less than nothing about the post.
  for (const { carriers, shape, rank } of PATTERNS) {
    if (!shape.test(number)) continue;
    for (const carrier of carriers) {
      const branch = branchOf(carrier, number);
      const slug = branch === null || carrier === 'spx' ? carrier : `${carrier}-${branch}`;
      add(slug, (SCORE[rank] / carriers.length) * fits(carrier, hints.market), 'pattern');
    }
  }
  return [...found.values()].toSorted((a, b) => b.score - a.score || (a.carrier < b.carrier ? -1 : 1));
}

/** A branch of another country than the buyer's is unlikely; of the same, a little likelier. */
function fits(carrier: string, market: string | null): number {
  const country = /-([a-z]{2})$/.exec(carrier)?.[1];
  if (country === undefined || market === null) return 1;
  return country === market.toLowerCase() ? 1.2 : 0.4;
}

/** The one carrier that may be taken without asking: well above every other carrier, and never by a shared shape. */
export function certainOf(candidates: readonly CarrierCandidate[]): string | null {
  const [first, ...others] = candidates;
  if (!first || first.score < SURE) return null;
  const rival = others.find((each) => baseSlug(each.carrier) !== baseSlug(first.carrier));
  return rival && first.score - rival.score < NEAR ? null : first.carrier;
}
