import { MARKET_ZONE } from '#shared/model/market.ts';
import { placeOfSls } from '../simulate/ids.ts';
import { scansBy } from '../simulate/state.ts';
import { textOf } from '../simulate/truth.ts';
import type { World } from '../simulate/world.ts';
import type { Track, TrackScan, TrackSource } from './kit/tracks.ts';

/** Nodes from which on a parcel is in the buyer's country. */
const ABROAD = new Set(['LINEHAUL_ARRIVED', 'IMPORT_CUSTOMS', 'IMPORT_HELD', 'IMPORT_CLEARED']);

/**
 * The simulated world as a source of tracks: what has happened to a parcel by the twin's present, under its SLS number, with
 * the Shopee lines that scanned it. So a tracking service and the Shopee twin tell of the same parcels.
 */
export function worldTracks(world: World): TrackSource {
  return {
    find: (number, now) => {
      const place = placeOfSls(world.config.seed, number);
      if (!place || place.shop >= world.shops.length || place.index >= world.count(place.shop)) return null;
      const order = world.order(place.shop, place.index);
      const parcel = order.packages.find((each) => each.trackingNumber === number);
      // A number is nobody's before it was given out.
      if (!parcel || (parcel.numberedAt ?? Infinity) > now) return null;
      const { market } = order.shop;
      let abroad = false;
      const byCarrier = new Map<string, TrackScan[]>();
      for (const scan of scansBy(parcel, now)) {
        abroad ||= ABROAD.has(scan.node);
        const slug = scan.carrier === 'SLS' ? 'sls' : 'spx';
        const list = byCarrier.get(slug) ?? [];
        byCarrier.set(slug, list);
        list.push({
          at: scan.at,
          node: scan.node,
          code: null,
          text: textOf(order, scan),
          lang: '',
          city: scan.place,
          country: abroad ? market : 'CN',
          zone: abroad ? MARKET_ZONE[market] : 'Asia/Shanghai',
        });
      }
      const carriers = [...byCarrier].map(([slug, scans]) => ({ slug, scans }));
      return { number, carriers } satisfies Track;
    },
  };
}
