/** The side of the border on which a carrier's own hubs stand. */
export type HubSide = 'seller' | 'buyer';

/**
 * Carriers whose hubs stand on one side of the border for the parcels of this trade, by general knowledge: consolidators of
 * cross-border parcels from China, and the posts of the buyers' countries. Carriers with hubs on both sides are not here.
 */
const SIDES: Readonly<Record<string, HubSide>> = {
  '4px': 'seller',
  anserx: 'seller',
  cne: 'seller',
  equick: 'seller',
  jcex: 'seller',
  sfc: 'seller',
  sunyou: 'seller',
  topyou: 'seller',
  ubi: 'seller',
  winit: 'seller',
  wishpost: 'seller',
  yanwen: 'seller',
  yunexpress: 'seller',
  'chunghwa-post': 'buyer',
  correios: 'buyer',
  'correos-mx': 'buyer',
  phlpost: 'buyer',
  'pos-indonesia': 'buyer',
  'pos-malaysia': 'buyer',
  'thailand-post': 'buyer',
  vnpost: 'buyer',
};

/** The side of a carrier's hubs, or null where it has hubs on both or is not known. The slug may end in its country. */
export function hubSideOf(carrier: string): HubSide | null {
  for (let slug = carrier; slug !== ''; slug = slug.slice(0, Math.max(0, slug.search(/[-_][^-_]*$/)))) {
    if (Object.hasOwn(SIDES, slug)) return SIDES[slug] ?? null;
  }
  return null;
}
