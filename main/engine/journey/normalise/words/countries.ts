import type { WordList } from '../lexicon.ts';

/** Countries as English scans name them: the markets, their lanes, and where most parcels of the posts go. */
const COUNTRIES =
  `canada, the united states, the usa, the us, the uk, the united kingdom, great britain, australia, new zealand,
  france, germany, spain, italy, portugal, the netherlands, belgium, austria, switzerland, ireland, poland, sweden, norway, denmark,
  finland, lithuania, latvia, estonia, czech republic, hungary, greece, turkey, russia, ukraine, israel, saudi arabia, the uae, brazil,
  mexico, chile, colombia, china, hong kong, taiwan, japan, south korea, korea, singapore, malaysia, thailand, vietnam, indonesia,
  the philippines, philippines, india, south africa`
    .split(',')
    .map((name) => name.trim());

/** Where line-hauls of this trade begin or pass: to arrive there is no arrival at the buyer's. */
const ON_THE_WAY: ReadonlySet<string> = new Set(['china', 'hong kong']);

const phrases = (verbs: readonly string[], countries: readonly string[] = COUNTRIES): string =>
  verbs.flatMap((verb) => countries.map((name) => `${verb} ${name}`)).join(', ');

/**
 * Arrival in a country and departure from one, named by its name. A name behind a hub ("departed facility in …") is none of
 * these: it only says where the hub is.
 */
export const COUNTRY_MOVES: WordList = {
  'COUNTRY+ARRIVE': phrases(
    ['arrived in', 'has reached', 'entered', 'landed in'],
    COUNTRIES.filter((name) => !ON_THE_WAY.has(name)),
  ),
  'COUNTRY+DEPART': phrases(['leaving', 'has left', 'departed from', 'left']),
};
