import { Recent } from '#shared/recent.ts';
import type { Placed } from './order.ts';
import { countryNames } from './places/countries.ts';

/**
 * Two letters that close a place of the United States or Canada and may be a country's code as well: `Los Angeles, CA` and
 * `Munich, DE`. Alone behind a town they say nothing.
 */
const STATES: ReadonlySet<string> = new Set(
  `al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut
   vt va wa wv wi wy dc pr ab bc mb nb nl ns nt nu on pe qc sk yt`.split(/\s+/),
);
/** Three letters of a country, as they close the places of DHL and of airlines: `LONDON-GBR`, `CINCINNATI HUB,OH-USA`. */
const THREE: ReadonlyMap<string, string> = new Map(
  `are ae, aus au, aut at, bel be, bhr bh, bra br, can ca, che ch, chl cl, chn cn, col co, cze cz, deu de, dnk dk, esp es, fin fi,
   fra fr, gbr gb, grc gr, hkg hk, hun hu, idn id, ind in, irl ie, isr il, ita it, jpn jp, kor kr, ltu lt, lva lv, mac mo, mex mx,
   mys my, nld nl, nor no, nzl nz, phl ph, pol pl, prt pt, rou ro, sau sa, sgp sg, swe se, tha th, tur tr, twn tw, usa us, vnm vn,
   zaf za`
    .split(',')
    .map((pair) => pair.trim().split(' ') as [string, string]),
);
/**
 * Countries of this trade whose two letters close a place without a comma (`NARITA-SHI JP`), as FedEx and AfterShip write it.
 * Only those that are no state or province of a large country of towns: `ARACAJU SE` is in Brazil.
 */
const BARE: ReadonlySet<string> = new Set('cn hk tw jp kr sg my th vn ph gb us nz mx fr nl'.split(' '));
/** First words of the towns of Delaware, whose letters are Germany's: `Koeln, DE` is no town of that state. */
const DELAWARE: ReadonlySet<string> = new Set(
  'wilmington newark dover new middletown bear smyrna milford seaford georgetown lewes rehoboth claymont'.split(
    ' ',
  ),
);
const known = new Recent<string, string | null>(2_500);
let names: Map<string, string> | null = null;
const codes = new Set<string>();

/** The names of all countries, made when the first place asks for them; where two share one, its English owner has it. */
function countries(): Map<string, string> {
  if (names) return names;
  // Of a whole place text it means China; as a name of its own the table of places does not have it.
  const made = new Map([['mainland', 'cn']]);
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');
  const pairs = letters.flatMap((first) => letters.map((second) => first + second));
  // Codes that were given up (`DD`, `FX`) show the name of the country that has another one now.
  const all = pairs
    .filter((code) => new Intl.Locale(`und-${code}`).region === code)
    .map((code) => ({ code: code.toLowerCase(), ...countryNames(code) }))
    .filter(({ all: named }) => named.length > 0);
  for (const { code, en } of all) {
    codes.add(code);
    made.set(en.toLowerCase(), code);
  }
  for (const { code, all: named } of all) {
    for (const name of named) if (!made.has(name.toLowerCase())) made.set(name.toLowerCase(), code);
  }
  names = made;
  return made;
}

/**
 * The country that closes a place text (`Leipzig - Germany`, `Shenzhen, CN`, `Austin, TX, United States`), in lower-case ISO
 * letters; null where the text names none for certain. Town names are not looked up: that needs the table of places.
 */
export function landOf(place: string | null): string | null {
  if (place === null || place === '') return null;
  return known.of(place, read);
}

function read(place: string): string | null {
  const parts = place
    .toLowerCase()
    .split(/,| - |\(|\)/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  if (last.length === 2) {
    if (last === 'uk') return 'gb';
    const before = parts.at(-2) ?? '';
    const german =
      last === 'de' && /^\p{L}{4}/u.test(before) && !DELAWARE.has(before.split(' ')[0] as string);
    const certain = german || !STATES.has(last) || (parts.length > 2 && STATES.has(before.slice(0, 2)));
    return certain && countries().size > 0 && codes.has(last) ? last : null;
  }
  const bare = /\S ([a-z]{2})$/.exec(last)?.[1] ?? '';
  if (BARE.has(bare)) return bare;
  return countries().get(last) ?? THREE.get(last.slice(last.lastIndexOf('-') + 1)) ?? null;
}

/** What the countries of a trail's places say: where each scan was, where the parcel came from, where it goes. */
export interface Lands {
  readonly at: readonly (string | null)[];
  readonly home: string | null;
  /** Known once something of the buyer's end was scanned there. */
  readonly goal: string | null;
}

const NONE: Lands = { at: [], home: null, goal: null };
const DATA: ReadonlySet<string | undefined> = new Set([
  'INFO_RECEIVED',
  'PICKUP_ARRANGED',
  'NOTE',
  'UNKNOWN',
]);
const isData = (placed: Placed | undefined): boolean => DATA.has(placed?.meaning.node);

/** `Processed at BANGALORE - INDIA`: a place with its country at the end of the words. */
const AT_PLACE = /\b(?:at|in|facility)\s+([^-]{2,40}-[\p{L} -]{3,30})$/iu;

/** The place that a scan's own words end with, of a source that has no field for it. Only where its side is open. */
function placeSaid({ scan, meaning }: Placed): string | null {
  if (meaning.side === 'none' || !scan.text?.includes('-')) return null;
  return AT_PLACE.exec(scan.text)?.[1] ?? null;
}

/** The countries of a trail, or nothing where its places name fewer than two. */
export function landsOf(placed: readonly Placed[], isGoal: (placed: Placed) => boolean): Lands {
  if (placed.length < 2) return NONE;
  const at = placed.map((item) => landOf(item.scan.place ?? placeSaid(item)));
  // Data may be announced from anywhere: the first scan of the parcel itself tells where it came from.
  const home = at.find((land, index) => land !== null && !isData(placed[index])) ?? null;
  if (home === null || at.every((land) => land === null || land === home)) return NONE;
  const arrived = placed.findLastIndex(
    (item, index) => at[index] !== null && at[index] !== home && isGoal(item),
  );
  return { at, home, goal: at[arrived] ?? null };
}
