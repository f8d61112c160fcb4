import { cleanText, skeleton } from './clean.ts';

/** Scripts whose letters are words or syllables: two of them say as much as three Latin ones. */
const DENSE = /[\p{Script=Han}\p{Script=Thai}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** Less alike than this is not alike. */
const LEAST = 0.5;
/** Longer texts are compared by their beginnings. */
const LONGEST = 200;

type Pieces = ReadonlySet<string>;

/** Each two or three letters that stand together in a text without its numbers. */
function piecesOf(text: string): Pieces {
  const bare = ` ${skeleton(cleanText(text)).slice(0, LONGEST)} `;
  const size = DENSE.test(bare) ? 2 : 3;
  const pieces = new Set<string>();
  for (let at = 0; at + size <= bare.length; at += 1) pieces.add(bare.slice(at, at + size));
  return pieces;
}

/** Twice what two texts share over what both have (Dice 1945), from 0 to 1. */
function shareOf(a: Pieces, b: Pieces): number {
  let both = 0;
  for (const piece of a) if (b.has(piece)) both += 1;
  return (2 * both) / Math.max(1, a.size + b.size);
}

/**
 * The first of the texts that is most alike, and how alike it is; null where none is by half. Alike is not the same: "not
 * delivered" is very much like "delivered", so this is for a person to look at.
 */
export function mostAlike<T extends { readonly text: string }>(
  text: string,
  among: readonly T[],
): { readonly like: T; readonly share: number } | null {
  const pieces = piecesOf(text);
  let best: { like: T; share: number } | null = null;
  for (const like of among) {
    const share = shareOf(pieces, piecesOf(like.text));
    if (share >= LEAST && share > (best?.share ?? 0)) best = { like, share };
  }
  return best;
}
