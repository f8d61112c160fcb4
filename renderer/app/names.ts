import { type CaseRow, missFactsOf } from '#shared/model/case.ts';
import { CARRIER_SOURCE_FACTS, type CarrierSourceId } from '#shared/model/carrierSource.ts';
import type { EventView } from '#shared/model/event.ts';
import type { EventNode, Reason, Stage } from '#shared/model/node.ts';
import type { Place } from '#shared/model/place.ts';
import { carrierName } from '#shared/text/carriers.ts';
import type { Words } from './text.tsx';

/** A stage's word. On the way back the stage is the return leg, not "closed". */
export function stageName(stage: Stage | null, node: EventNode, { t }: Words): string {
  if (node === 'RETURN_STARTED' || node === 'RETURN_IN_TRANSIT') return t('parcel.return');
  return stage === null ? t('common.unknown') : t(`stage.${stage}`);
}

/** A node's word with its reason, where the reason says something. */
export function nodeName(node: EventNode, reason: Reason | null, { t }: Words): string {
  const cause = reason === null || reason === 'OTHER' ? '' : ` · ${t(`reason.${reason}`)}`;
  return `${t(`node.${node}`)}${cause}`;
}

/** What is wrong, in a word; a promise that has been missed is no longer one that will be. */
export function kindName(row: Pick<CaseRow, 'kind' | 'facts'>, { t }: Words): string {
  return t(missFactsOf(row)?.missed === 1 ? 'kind.promise-missed' : `kind.${row.kind}`);
}

/** A carrier's own name, or "not known" where the file named none. */
export function carrierWord(carrier: string, { t }: Words): string {
  return carrier === 'unknown' ? t('common.unknown') : carrierName(carrier);
}

/** Where we have a scan from: a file and its line, a shop, or a tracking service by its own name. */
export function sourceWord({ kind, name, line }: EventView['source'], { t }: Words): string {
  if (kind === 'shopee') return t('parcel.sourceShop', { shop: name });
  if (kind === 'carrier') {
    return Object.hasOwn(CARRIER_SOURCE_FACTS, name)
      ? CARRIER_SOURCE_FACTS[name as CarrierSourceId].name
      : name;
  }
  return line === null ? name : t('parcel.source', { file: name, line });
}

/** A place's name in the page's language, with its country where the place is not one. */
export function placeName(place: Place, { lang }: Pick<Words, 'lang'>): string {
  const own = lang === 'zh-CN' ? (place.zh ?? place.name) : place.name;
  return place.precision === 'country' ? own : `${own}, ${place.country}`;
}
