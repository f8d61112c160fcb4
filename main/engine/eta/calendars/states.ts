import type { CalendarCountry } from './table/index.ts';

/**
 * States whose holidays differ, by the code of ISO 3166-2 and the ways their names are written in addresses
 * (lower case, without accents). `SPC` is São Paulo the city, which keeps one day more than its state.
 */
const STATES: Readonly<Partial<Record<CalendarCountry, Readonly<Record<string, readonly string[]>>>>> = {
  MY: {
    '01': ['johor', 'johore', 'jhr', 'johor bahru', 'johor darul takzim'],
    '02': ['kedah', 'kdh', 'kedah darul aman'],
    '03': ['kelantan', 'ktn', 'kelantan darul naim'],
    '04': ['melaka', 'malacca', 'mlk'],
    '05': ['negeri sembilan', 'n sembilan', 'n9', 'nsn', 'negeri sembilan darul khusus'],
    '06': ['pahang', 'phg', 'pahang darul makmur'],
    '07': ['pulau pinang', 'penang', 'p pinang', 'png'],
    '08': ['perak', 'prk', 'perak darul ridzuan'],
    '09': ['perlis', 'pls'],
    '10': ['selangor', 'sgr', 'selangor darul ehsan'],
    '11': ['terengganu', 'trengganu', 'trg', 'terengganu darul iman'],
    '12': ['sabah', 'sbh'],
    '13': ['sarawak', 'swk', 'srw'],
    '14': ['kuala lumpur', 'kul', 'kl', 'wp kuala lumpur', 'wilayah persekutuan kuala lumpur'],
    '15': ['labuan', 'lbn', 'wp labuan', 'wilayah persekutuan labuan'],
    '16': ['putrajaya', 'pjy', 'wp putrajaya', 'wilayah persekutuan putrajaya'],
  },
  BR: {
    AC: ['acre'],
    AL: ['alagoas'],
    AM: ['amazonas'],
    AP: ['amapa'],
    BA: ['bahia'],
    CE: ['ceara'],
    DF: ['distrito federal', 'brasilia'],
    ES: ['espirito santo'],
    GO: ['goias'],
    MA: ['maranhao'],
    MG: ['minas gerais'],
    MS: ['mato grosso do sul'],
    MT: ['mato grosso'],
    PA: ['para'],
    PB: ['paraiba'],
    PE: ['pernambuco'],
    PI: ['piaui'],
    PR: ['parana'],
    RJ: ['rio de janeiro'],
    RN: ['rio grande do norte'],
    RO: ['rondonia'],
    RR: ['roraima'],
    RS: ['rio grande do sul'],
    SC: ['santa catarina'],
    SE: ['sergipe'],
    SP: ['sao paulo'],
    TO: ['tocantins'],
  },
  CL: {
    AI: ['aisen', 'aysen'],
    AN: ['antofagasta'],
    AP: ['arica y parinacota', 'arica'],
    AR: ['la araucania', 'araucania'],
    AT: ['atacama'],
    BI: ['biobio', 'bio bio'],
    CO: ['coquimbo'],
    LI: ['libertador general bernardo ohiggins', 'ohiggins'],
    LL: ['los lagos'],
    LR: ['los rios'],
    MA: ['magallanes', 'magallanes y de la antartica chilena'],
    ML: ['maule'],
    NB: ['nuble'],
    RM: ['metropolitana de santiago', 'metropolitana', 'santiago', 'rm'],
    TA: ['tarapaca'],
    VS: ['valparaiso'],
  },
};

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mark}|['’.()]/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();

/**
 * The state of an address for its calendar, from the state as the address writes it (a name, an ISO code with or
 * without the country) and, where it matters, the city. Null when it is not recognised or the country's states keep
 * the same days.
 */
export function stateOf(market: string, state: string, city = ''): string | null {
  const states = Object.hasOwn(STATES, market) ? STATES[market as CalendarCountry] : undefined;
  if (!states) return null;
  const word = plain(state).replace(/^region (de(l| la)? )?(?=.)/, '');
  const code = state.trim().toUpperCase().replace(`${market}-`, '');
  const found = Object.hasOwn(states, code)
    ? code
    : (Object.entries(states).find(([, names]) => names.includes(word))?.[0] ?? null);
  return market === 'BR' && found === 'SP' && plain(city) === 'sao paulo' ? 'SPC' : found;
}
