import { type EventNode, isNode } from '#shared/model/node.ts';

/** Scans at a yard, a port or an office, whose words may say which one. At a door they would say whose. */
const AT_A_PLACE: ReadonlySet<EventNode> = new Set<EventNode>([
  'ORIGIN_HUB_IN',
  'ORIGIN_HUB_OUT',
  'EXPORT_CUSTOMS',
  'EXPORT_HELD',
  'EXPORT_CLEARED',
  'LINEHAUL_HANDOVER',
  'LINEHAUL_DEPARTED',
  'TRANSIT_HUB',
  'LINEHAUL_ARRIVED',
  'IMPORT_CUSTOMS',
  'IMPORT_HELD',
  'IMPORT_CLEARED',
  'DEST_HUB_IN',
  'DEST_HUB_OUT',
  'LAST_MILE_HUB',
]);

const LONGEST = 60;

/** How texts name a place, the surest first: in brackets, after a colon, after a preposition at the end, around a Chinese verb. */
const FORMS: readonly RegExp[] = [
  /[[【]([^\]】]{2,60})[\]】]/u,
  /[:：]\s*([^:：]{2,60})$/u,
  /(?:到达|抵达|离开|运抵)\s*(\p{Script=Han}{2,20})$/u,
  /(?:从|自|由)\s*(\p{Script=Han}{2,20}?)(?:起飞|出库|发出|出发|启程)/u,
  /\b(?:at|from|in|di|dari|em|de|en|tại|từ|ở|sa)\s+(\p{Lu}[\p{L}\p{M}'.-]*(?:\s+\p{Lu}[\p{L}\p{M}'.-]*){0,3})$/u,
  /(?:ที่|จาก|ถึง)\s*(\p{Script=Thai}{2,30})$/u,
];

/**
 * The part of a scan's words that may name where it was, for sources that have no field for it (Shopee's tracking); null
 * where the node is none of a place, or the words have no such part. Whether it is a place is for the gazetteer to say.
 */
export function placeInWords(text: string, node: EventNode): string | null {
  if (!isNode(node) || !AT_A_PLACE.has(node)) return null;
  const bare = text.trim().replace(/[.。!！]+$/u, '');
  for (const form of FORMS) {
    const found = form.exec(bare)?.[1]?.trim();
    if (found !== undefined && found.length <= LONGEST) return found;
  }
  return null;
}
