import type { Market } from '#shared/model/market.ts';
import type { PlaceGuess, Precision, Side } from '#shared/model/place.ts';
import { Recent } from '#shared/recent.ts';
import type { Gazetteer, Known } from './gazetteer.ts';
import { type Found, findMentions } from './mentions.ts';
import { cleanPlace } from './text.ts';

/** What else is known when a place is read. */
export interface PlaceContext {
  readonly market: Market | null;
  readonly side: Side;
  /** Carrier slug: its country, where it has one (`jt-br`), speaks for places there. */
  readonly carrier: string | null;
  /** Where the parcel was before, if that is known. */
  readonly previous: PlaceGuess | null;
}

export interface Resolution {
  /** Best first, at most five; empty where the text names no place that we know. */
  readonly candidates: readonly PlaceGuess[];
  /** True where another place of that name is nearly as likely and far away. */
  readonly ambiguous: boolean;
  /** True where the place before may decide between readings. */
  readonly open: boolean;
}

export interface Places {
  resolve(text: string, context: PlaceContext): Resolution;
  /** The place of an id that `resolve` gave, without confidence. */
  byId(id: string): Known | undefined;
  /** The zone of the place that a text most likely names; null where it is not clear. */
  zoneOf(text: string, context: PlaceContext): string | null;
}

const NOTHING: Resolution = { candidates: [], ambiguous: false, open: false };
const CANDIDATES_MAX = 5;
/** Texts remembered of a market, side and carrier: at least so many, at most twice as many. */
const REMEMBER = 25_000;
/** Below this share of the best one's score another candidate is no rival. */
const RIVAL = 0.6;
/** Nearer than this (km) two readings are the same for a map. */
const SAME_KM = 80;
const FINENESS: Readonly<Record<Precision, number>> = { hub: 3, city: 2, region: 1, country: 0 };
const HOME = new Set('CN HK SG MY TH VN ID PH TW BR MX CO CL'.split(' '));

/** Great-circle distance in km (haversine formula, mean radius 6,371 km). */
export function distanceKm(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const rad = Math.PI / 180;
  const half =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(half)));
}

/** How likely a scan is in a country, before its text is read: 0 to 1. */
function prior(country: string, { market, side, carrier }: PlaceContext): number {
  const carriers = /-([a-z]{2})$/.exec(carrier ?? '')?.[1]?.toUpperCase();
  const own = carriers === country ? 0.2 : 0;
  const away = HOME.has(country) ? 0.35 : 0.25;
  if (side === 'origin') {
    if (country === 'CN') return 1;
    if (country === 'HK') return 0.85;
    return Math.min(1, own + (country === market ? 0.7 : away));
  }
  if (country === market) return 1;
  const china = country === 'CN' || country === 'HK';
  if (side === 'destination') return Math.min(1, own + (market === null ? away + 0.2 : china ? 0.4 : away));
  return Math.min(1, own + (china ? 0.85 : market === null ? away + 0.15 : away));
}

interface Scored {
  readonly place: Known;
  /** For the order among readings. */
  score: number;
  /** How well text and context fit, whatever the size of the place. */
  fit: number;
}

/** What a text says where no place before is known, and its readings, best first, where one might decide. */
interface Read {
  readonly alone: Resolution;
  readonly scored: readonly Scored[];
}

/**
 * Reads places offline. A text is taken apart into names; each may be several places, and what else the text says
 * (country, region), which end of the journey it is, the market, the carrier and the inhabitants decide between them.
 * The same text and context give the same answer; answers are remembered.
 */
export function createPlaces(gazetteer: Gazetteer): Places {
  const remembered = new Map<string, Recent<string, Read>>();

  const readFor = (text: string, context: PlaceContext): Read => {
    const key = `${context.market ?? ''} ${context.side ?? ''} ${/-[a-z]{2}$/.exec(context.carrier ?? '')?.[0] ?? ''}`;
    let texts = remembered.get(key);
    if (!texts) remembered.set(key, (texts = new Recent(REMEMBER)));
    const known = texts.get(text);
    if (known) return known;
    const cleaned = cleanPlace(text);
    const scored = cleaned === '' ? [] : score(findMentions(cleaned, gazetteer), context, gazetteer);
    const [best, second] = scored;
    const open = best !== undefined && second !== undefined && second.score >= RIVAL * best.score;
    return texts.set(text, { scored: open ? scored : [], alone: answer(scored, open) });
  };

  const resolve = (text: string, context: PlaceContext): Resolution => {
    const { scored, alone } = readFor(text, context);
    const { previous } = context;
    if (!alone.open || previous === null) return alone;
    // Where the parcel was decides between places of one name: it has not gone far between two scans.
    const nearer = scored
      .map((one) => ({
        ...one,
        score: one.score * (1 + 0.4 * Math.exp(-distanceKm(one.place, previous) / 400)),
      }))
      .toSorted(byScore);
    return answer(nearer, true);
  };

  return {
    resolve,
    byId: gazetteer.byId,
    zoneOf: (text, context) => {
      const { candidates, ambiguous } = resolve(text, context);
      const best = candidates[0];
      return best && !ambiguous ? (gazetteer.byId(best.id)?.zone ?? null) : null;
    },
  };
}

const byScore = (a: Scored, b: Scored): number =>
  b.score - a.score ||
  b.place.population - a.place.population ||
  (a.place.id < b.place.id ? -1 : a.place.id > b.place.id ? 1 : 0);

/** Every reading of the mentions with its score, best first. */
function score(found: Found, context: PlaceContext, gazetteer: Gazetteer): Scored[] {
  const all = found.mentions.flatMap(({ places }) => places);
  const regions = new Set(
    found.mentions.flatMap(({ places }) =>
      places
        .filter(({ precision }) => precision === 'region')
        .map(({ country, admin }) => `${country}-${admin}`),
    ),
  );
  const best = new Map<string, Scored>();
  const put = (place: Known, fit: number): void => {
    const value = fit * weight(place);
    const known = best.get(place.id);
    if (!known || known.score < value) best.set(place.id, { place, score: value, fit });
  };
  for (const mention of found.mentions) {
    for (const place of mention.places) {
      let value = mention.quality * (0.35 + 0.65 * prior(place.country, context));
      if (found.countries.size > 0) value *= found.countries.has(place.country) ? 1.4 : 0.25;
      const others = all.filter((other) => other !== place && !mention.places.includes(other));
      const inside = others.some(
        (other) =>
          other.precision === 'region' && other.country === place.country && other.admin === place.admin,
      );
      const near = others.some(
        (other) =>
          other.precision !== 'region' &&
          other.country === place.country &&
          distanceKm(other, place) < SAME_KM,
      );
      if (place.precision === 'region') {
        // A region that holds another named place only says where that one is.
        const holds = others.some(
          (other) =>
            FINENESS[other.precision] > 1 && other.country === place.country && other.admin === place.admin,
        );
        if (others.length > 0) value *= holds ? 0.4 : 0.5;
      } else if (inside) value *= 1.6;
      else if (near) value *= place.precision === 'hub' ? 1.6 : 1.3;
      else if (regions.size > 0 && !regions.has(`${place.country}-${place.admin}`)) value *= 0.7;
      put(place, value);
    }
  }
  if (best.size === 0) {
    for (const code of found.countries) {
      const country = gazetteer.byId(`n:${code}`);
      if (country) put(country, 0.55 + 0.45 * prior(code, context));
    }
  }
  return [...best.values()].toSorted(byScore).slice(0, 12);
}

/** Big towns are meant more often than villages of their name; what we list by name more often than either. */
function weight({ id, precision, population }: Known): number {
  if (id.startsWith('h:')) return 1.1;
  if (precision === 'region') return 0.9;
  return 0.2 + 0.8 * Math.min(1, (Math.log10(population + 10) / 6.5) ** 1.5);
}

function answer(scored: readonly Scored[], open: boolean): Resolution {
  const [best] = scored;
  if (!best) return NOTHING;
  const kept: Scored[] = [];
  for (const one of scored) {
    const same = kept.some(
      (other) => other.place.country === one.place.country && distanceKm(other.place, one.place) < SAME_KM,
    );
    if (!same) kept.push(one);
    if (kept.length === CANDIDATES_MAX) break;
  }
  const rival = kept[1];
  const ambiguous = rival !== undefined && rival.score >= RIVAL * best.score;
  const margin = rival === undefined ? 1 : 1 - rival.score / best.score;
  const sure = Math.min(1, best.fit) * (0.55 + 0.45 * margin);
  return {
    candidates: kept.map(({ place, score: value }) => guess(place, (value / best.score) * sure)),
    ambiguous,
    open,
  };
}

function guess(place: Known, confidence: number): PlaceGuess {
  const { id, name, zh, country, lat, lon, precision } = place;
  return { id, name, zh, country, lat, lon, precision, confidence: Math.round(confidence * 100) / 100 };
}
