import {
  AFTERSHIP,
  AFTERSHIP_TAG,
  KARRIO,
  KDNIAO,
  KUAIDI100,
  SHIP24,
  TRACK123,
  TRACK17,
  TRACK17_MAIN,
  TRACKINGMORE,
} from './aggregators.ts';
import { CAINIAO, CHINA_POST, FOURPX, SF, YANWEN, YUNEXPRESS, YUNEXPRESS_STATUS } from './china.ts';
import { DHL_EXPRESS, FEDEX, LANDMARK, ROADIE, SMARTKARGO } from './express.ts';
import {
  FLASH,
  GHN,
  GHN_GROUNDS,
  GHTK,
  JT_DOCUMENTED,
  JT_INDONESIA,
  JT_LIVE,
  NINJAVAN,
  NINJAVAN_EVENTS,
  NINJAVAN_V2,
  VIETTEL_POST,
} from './lastMile.ts';
import { CORREIOS, LA_POSTE, ROYAL_MAIL, THAILAND_POST, UPU } from './posts.ts';
import { SHOPEE_PACKAGE, SHOPEE_TRACKING, SPX, SPX_MILESTONE } from './shopee.ts';
import { codeKey, type CodeTable, entry, type Entry } from './table.ts';
import { UPS, USPS } from './unitedStates.ts';

/** How a carrier's codes are read: its tables in order, then what its unknown codes have in common. */
interface Vocabulary {
  readonly tables: readonly CodeTable[];
  readonly rest?: (code: string) => Entry | null;
}

/** First letters of the stage in `FPX_<stage>_<step>`: all that an unknown 4PX code tells. */
const FOURPX_STAGE: Readonly<Record<string, string>> = {
  L: '?INFO_RECEIVED',
  O: '?INFO_RECEIVED',
  C: '?ORIGIN_HUB_IN',
  Q: '?EXPORT_CUSTOMS',
  M: '?IN_TRANSIT',
  I: '?IMPORT_CUSTOMS',
  D: '?LAST_MILE_HUB',
  S: '?DELIVERED',
};

function fourpxRest(code: string): Entry | null {
  const key = codeKey(code);
  if (key.startsWith('FPXSOK')) return entry('DELIVERED');
  if (key.startsWith('FPXMTD')) return entry('EXCEPTION/DELAYED');
  const cell = FOURPX_STAGE[/^FPX_([A-Z])_/i.exec(code)?.[1]?.toUpperCase() ?? ''];
  return cell === undefined ? null : entry(cell);
}

/** Prefixes of Cainiao's action codes, longest first. A code that ends in FAILURE is an exception of its stage. */
const CAINIAO_PREFIX: readonly (readonly [string, string, string])[] = [
  ['CCEX', '?EXPORT_CUSTOMS', '?EXPORT_HELD'],
  ['CCIM', '?IMPORT_CUSTOMS', '?IMPORT_HELD'],
  ['CCHO', '?IMPORT_CUSTOMS', '?IMPORT_HELD'],
  ['GWMS', '?ORIGIN_HUB_IN', '?EXCEPTION/OTHER'],
  ['GTMS', '?DEST_HUB_IN', '?DELIVERY_FAILED/OTHER'],
  ['GSTA', '?READY_FOR_PICKUP', '?EXCEPTION/OTHER'],
  ['CW', '?ORIGIN_HUB_IN', '?EXCEPTION/OTHER'],
  ['SC', '?ORIGIN_HUB_IN', '?EXCEPTION/OTHER'],
  ['LH', '?IN_TRANSIT', '?EXCEPTION/OTHER'],
  ['RT', '~RETURN_IN_TRANSIT', '~RETURN_IN_TRANSIT'],
];

function cainiaoRest(code: string): Entry | null {
  const key = codeKey(code);
  const found = CAINIAO_PREFIX.find(([prefix]) => key.startsWith(prefix));
  if (!found) return null;
  return entry(key.endsWith('FAILURE') ? found[2] : found[1]);
}

/** `codigo/tipo`: BDI and BDR have the types of BDE; what is not listed goes by its codigo alone. */
function correiosRest(code: string): Entry | null {
  const [codigo = '', tipo] = code.split('/');
  const same = /^BD[IR]$/i.test(codigo.trim()) ? CORREIOS.get(codeKey(`BDE/${tipo ?? ''}`)) : undefined;
  return same ?? CORREIOS.get(codeKey(codigo)) ?? null;
}

/** 110 is an arrival in one of J&T's sets and a problem in the other: alone it says nothing. */
const JT: CodeTable = new Map([...JT_DOCUMENTED, ...JT_LIVE].filter(([code]) => code !== '110'));

const spx: Vocabulary = { tables: [SPX, SHOPEE_TRACKING, SHOPEE_PACKAGE, SPX_MILESTONE] };
const jt: Vocabulary = { tables: [JT] };
const JT_AMBIGUOUS_IN_INDONESIA = '100';
const jtIndonesia: Vocabulary = {
  tables: [JT_INDONESIA, new Map([...JT].filter(([code]) => code !== JT_AMBIGUOUS_IN_INDONESIA))],
};

const dhl: Vocabulary = { tables: [DHL_EXPRESS] };
const fedex: Vocabulary = { tables: [FEDEX] };

const VOCABULARIES: Readonly<Record<string, Vocabulary>> = {
  spx,
  sls: spx,
  shopee: spx,
  'shopee-express': spx,
  '4px': { tables: [FOURPX], rest: fourpxRest },
  cainiao: { tables: [CAINIAO], rest: cainiaoRest },
  'china-post': { tables: [CHINA_POST, UPU] },
  ems: { tables: [CHINA_POST, UPU] },
  yanwen: { tables: [YANWEN, UPU] },
  yunexpress: { tables: [YUNEXPRESS, YUNEXPRESS_STATUS] },
  sf: { tables: [SF] },
  'sf-express': { tables: [SF] },
  jt,
  'jt-id': jtIndonesia,
  jt_id: jtIndonesia,
  ninjavan: { tables: [NINJAVAN, NINJAVAN_V2, NINJAVAN_EVENTS] },
  flash: { tables: [FLASH] },
  ghn: { tables: [GHN, GHN_GROUNDS] },
  ghtk: { tables: [GHTK] },
  viettelpost: { tables: [VIETTEL_POST] },
  'viettel-post': { tables: [VIETTEL_POST] },
  'thailand-post': { tables: [THAILAND_POST, UPU] },
  correios: { tables: [CORREIOS], rest: correiosRest },
  dhl_express: dhl,
  'dhl-express': dhl,
  mydhl: dhl,
  fedex,
  fedex_ws: fedex,
  'royal-mail': { tables: [ROYAL_MAIL, UPU] },
  royal_mail: { tables: [ROYAL_MAIL, UPU] },
  laposte: { tables: [LA_POSTE] },
  'la-poste': { tables: [LA_POSTE] },
  colissimo: { tables: [LA_POSTE] },
  landmark: { tables: [LANDMARK] },
  smartkargo: { tables: [SMARTKARGO] },
  roadie: { tables: [ROADIE] },
  ups: { tables: [UPS] },
  usps: { tables: [USPS, UPU] },
  upu: { tables: [UPU] },
  'upu-post': { tables: [UPU] },
};

const AGGREGATORS: Readonly<Record<string, Vocabulary>> = {
  '17track': { tables: [TRACK17], rest: (word) => mainStatus(TRACK17_MAIN, word) },
  aftership: { tables: [AFTERSHIP], rest: (word) => mainStatus(AFTERSHIP_TAG, word) },
  karrio: { tables: [KARRIO] },
  ship24: { tables: [SHIP24] },
  trackingmore: { tables: [TRACKINGMORE] },
  kuaidi100: { tables: [KUAIDI100] },
  kdniao: { tables: [KDNIAO] },
  track123: { tables: [TRACK123] },
};

/** A new sub-status still says its main status: the part before the underscore. */
function mainStatus(table: CodeTable, word: string): Entry | null {
  const found = table.get(codeKey(word.split('_')[0] ?? ''));
  return found ? { ...found, confidence: 'low' } : null;
}

function lookUp(vocabulary: Vocabulary | undefined, word: string): Entry | null {
  if (!vocabulary) return null;
  const key = codeKey(word);
  for (const table of vocabulary.tables) {
    const found = table.get(key);
    if (found) return found;
  }
  return vocabulary.rest?.(word) ?? null;
}

/** A file may name a carrier `constructor`: only own keys count. */
function own(all: Readonly<Record<string, Vocabulary>>, name: string): Vocabulary | undefined {
  return Object.hasOwn(all, name) ? all[name] : undefined;
}

/** `jt-br`, `spx-th`, `ninjavan-my`: the carrier without its country. */
function vocabularyOf(carrier: string): Vocabulary | undefined {
  const found = own(VOCABULARIES, carrier);
  if (found || !'-_'.includes(carrier.at(-3) ?? ' ')) return found;
  return own(VOCABULARIES, carrier.replace(/[-_](?:[a-z]{2})$/, ''));
}

/** What a carrier's own code or status word stands for, or null. */
export function carrierEntry(carrier: string, word: string): Entry | null {
  return lookUp(vocabularyOf(carrier), word);
}

/** What J&T's 110 stands for, by the set that the parcel's other codes belong to: live answers have 10, 50, 92, 94, 100. */
export function jt110(live: boolean): Entry {
  const found = (live ? JT_LIVE : JT_DOCUMENTED).get('110');
  if (!found) throw new Error('J&T tables lack 110');
  return found;
}

/** What an aggregator's status word stands for, or null. */
export function aggregatorEntry(scheme: string, word: string): Entry | null {
  return lookUp(own(AGGREGATORS, scheme), word);
}

/** Aggregator words that nobody else could have written (`InTransit_PickedUp`, `InTransit_007`), without being told whose. */
export function shapedEntry(word: string): Entry | null {
  if (/^[A-Z][A-Za-z]+_\d{3}$/.test(word)) return aggregatorEntry('aftership', word);
  if (/^[A-Z][A-Za-z]+_[A-Z][A-Za-z]+$/.test(word)) return aggregatorEntry('17track', word);
  return null;
}
