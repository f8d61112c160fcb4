import type { ShopRow } from '#shared/model/shop.ts';
import { LIST_TROUBLES } from '#shared/model/sync.ts';
import type { DotTone, Tone } from '../../ui/index.ts';
import type { Words } from '../../app/text.tsx';

/** A shop by its name and market; by its number until Shopee told the name. */
export function shopName(shop: Pick<ShopRow, 'name' | 'shopNo' | 'market' | 'region'>, words: Words): string {
  return [shop.name === '' ? shop.shopNo : shop.name, marketName(shop, words)].filter(Boolean).join(' · ');
}

/** The market in words; the region as Shopee says it where it is no market that we know. */
export function marketName(shop: Pick<ShopRow, 'market' | 'region'>, { t }: Words): string {
  return shop.market === null ? shop.region : t(`market.${shop.market}`);
}

/** How a shop's state looks; the word stands beside it. */
export function shopTone(state: ShopRow['state']): DotTone {
  if (state === 'ok') return 'live';
  if (state === 'refreshing') return 'busy';
  return state === 'paused' ? 'idle' : 'down';
}

/** The end of the authorisation: a warning within three weeks, trouble once it is over. */
export function termTone(term: ShopRow['term']): Tone {
  if (term === 'over') return 'critical';
  return term === 'soon' ? 'medium' : 'neutral';
}

/**
 * What a gap's note says, each thing once: `orders: empty-pages; orders: empty-pages` in words. What has no words (a
 * refusal's own code) stays as it is.
 */
export function gapNote(note: string, { t }: Words): string {
  const codes = new Set(note.split('; ').map((each) => each.slice(each.indexOf(': ') + 1).trim()));
  return [...codes]
    .map((code) => {
      const known = LIST_TROUBLES.find((each) => each === code);
      return known === undefined ? code : t(`gaps.note.${known}`);
    })
    .join(' · ');
}

/** A share as whole per cent; rounded down, because 89.9% is below 90%. */
export function percent(share: number | null): string {
  return share === null ? '—' : `${String(Math.floor(share * 100))}%`;
}
