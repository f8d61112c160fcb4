import { Coverage } from './coverage.ts';
import { type End, type Lexicon, type WordList, wordsOf, type WordTree } from './lexicon.ts';
import { LetterTree } from './tree.ts';
import { COUNTRY_MOVES, ZH_COUNTRY_MOVES } from './words/countries.ts';
import { EN } from './words/en.ts';
import { ES } from './words/es.ts';
import { TO_CARRIERS } from './words/carriers.ts';
import { EUROPE } from './words/europe.ts';
import { feminine } from './words/feminine.ts';
import { ID } from './words/id.ts';
import { PAPERS } from './words/papers.ts';
import { PEOPLE } from './words/people.ts';
import { PT } from './words/pt.ts';
import { REST } from './words/rest.ts';
import { TH } from './words/th.ts';
import { TL } from './words/tl.ts';
import { VI } from './words/vi.ts';
import { ZH } from './words/zh.ts';

export type Tongue = 'en' | 'zh' | 'th' | 'vi' | 'id' | 'tl' | 'pt' | 'es' | 'rest';

export const LISTS: Readonly<Record<Tongue, WordList>> = {
  en: EN,
  zh: ZH,
  th: TH,
  vi: VI,
  id: ID,
  tl: TL,
  pt: PT,
  es: ES,
  rest: REST,
};
const MOVES: Readonly<Partial<Record<Tongue, readonly WordList[]>>> = {
  en: [COUNTRY_MOVES, PEOPLE],
  zh: [ZH_COUNTRY_MOVES],
  rest: [EUROPE],
};
const GENDERED: ReadonlySet<Tongue> = new Set(['pt', 'es']);
const trees = new Map<Tongue, WordTree>();

/** Words by which a Latin text shows its language: small words and those of the trade, in the compared form. */
const MARKS: readonly (readonly [Latin, string])[] = [
  [
    'vi',
    `cua duoc dang khong giao hang kho nguoi buu cuc chua thanh phat nhan tai den lay don gui kien quet tra hoan khach van chuyen
     nhap xuat ky trung tam roi khoi dich tinh quan huyen luu tuyen thong quan may vien xac`,
  ],
  [
    'id',
    `telah sedang dari ke di oleh paket kurir penerima pengirim diterima barang anda tidak untuk dalam dan akan kiriman gagal
     pengiriman alamat sudah dengan pada tiba sampai dikirim diproses bea cukai kota tujuan pesanan berhasil menuju diantar hilang
     dibatalkan kurier penghantaran pusat sila kastam telah berjaya dihantar gudang belum rusak retur terkirim keluar masuk transit
     pelanggan berangkat bungkusan cawangan pejabat pos maskapai bandara hub dikembalikan dibawa antar jemput penjemputan selesai
     proses lokasi sortir serah terima permintaan percobaan rumah tutup ditahan tiada mel antarabangsa item ditolak`,
  ],
  [
    'tl',
    `ang ng na sa mga ay hindi iyong inyong naihatid parsela nasa ni para po namin kay pang kung nang rider ibinalik dumating
     umalis natanggap nakuha papunta nai tinanggihan`,
  ],
  [
    'pt',
    `foi objeto entrega encomenda saiu nao pelo pela em da do na no destinatario pedido entregue ao uma unidade para remetente
     esta coleta coletado postado devolvido sera aguardando fiscalizacao chegou de e pacote transportadora retirada fatura aduaneira
     tentativa enderecos mercadoria sao recebido correios carteiro alfandega extraviado produto rota origem cd recusa recusado motorista entregador veiculo embarcador`,
  ],
  [
    'es',
    `el la en paquete envio entrega fue entregado destinatario no para de del su al ha sido por se los con tu ruta recolectado
     salio llego reparto direccion domicilio aduana remitente devuelto pedido recibido intento y oficina centro sucursal
     cliente se que ya otra conocen logra indica recibir nego esta listo recoger recoleccion pago impuestos pendiente anulada anulado tiene mercancia excede recogida delegacion averia vehiculo almacen guia ausente retenido`,
  ],
  [
    'rest',
    `der die das ist wurde sendung und zum zur im le les votre colis est ete du des il spedizione e stata het pakket is naar przesylka
     zostala paketet forsandelsen har din siunta siuntos pas au au une livre livraison zustellung empfanger aan bij nel alla och er til
     klar vid av av pa pakken sendingen a la expediteur destinataire zugestellt ist en cours tullin depot nadana consegnata bezorgd
     expedie arrive centre tri bureau douane zoll envoi colis expedition adresse retrait relais agence disponible chez depot livraison
     paket filiale absender pakje zending ontvanger afzender paczka paczke kurier doreczona doreczono doreczenia nadawca odbiorca przesylke lahetys on toimitettu
     vastaanottajalle noudettavissa gonderi kargo teslim alici zasilka balik zasilky kuldemeny csomag saadetis pakk sutijums spedizione pacco
     della dell utkjoring levering pakken forsendelsen forsendelse sendingen klar hentes mottaker modtager siuntejui gavejui isvezta`,
  ],
];
const VIETNAMESE = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu;

/** English words that show it as surely as the marks show the others. */
const ENGLISH =
  `the and has been was your from with for by of is at in to on not parcel package shipment item delivered delivery arrived departed received
   out sorting facility customs recipient sender returned picked up left office center hub processed carrier order address`.split(
    /\s+/,
  );

/** Tongues of Latin letters: English, then the others in the order in which one goes before another that has as many marks. */
const LATIN = ['en', 'pt', 'es', 'id', 'vi', 'tl', 'rest'] as const;
type Latin = (typeof LATIN)[number];
const ENGLISH_PLACE = 0;
/** The tongues that a mark speaks for, by their places in `LATIN`. */
const marked = new LetterTree(tonguesByMark());

function tonguesByMark(): Map<string, readonly number[]> {
  const tongues = new Map<string, readonly number[]>(ENGLISH.map((word) => [word, [ENGLISH_PLACE]]));
  for (const [tongue, words] of MARKS) {
    const place = LATIN.indexOf(tongue);
    for (const word of new Set(words.split(/\s+/))) tongues.set(word, [...(tongues.get(word) ?? []), place]);
  }
  return tongues;
}

/** By the places of `LATIN`; kept, so that a text makes no new ones. */
const votes = new Int32Array(LATIN.length);

/** Counts into `votes` what the marks in a text say: a word counts by its letters, three at the most. */
function vote(clean: string): void {
  votes.fill(0);
  const { length } = clean;
  for (let at = 0; at < length; at += 1) {
    const start = at;
    let node: number = LetterTree.ROOT;
    let known = true;
    for (; at < length; at += 1) {
      const code = clean.charCodeAt(at);
      if (code === 32 || code === 124 || code === 44 || code === 46) break;
      if (known) known = (node = marked.next(node, code)) !== 0;
    }
    const tongues = known && at > start ? marked.at(node) : undefined;
    if (tongues) for (const place of tongues) votes[place] = votesFor(place) + Math.min(at - start, 3);
  }
}

const votesFor = (place: number): number => votes[place] as number;

/** The language of a text: by its script, then by the marks of its words. `raw` has its accents yet, `clean` not. */
export function tongueOf(raw: string, clean: string): Tongue {
  if (/[\u0e00-\u0e7f]/.test(clean)) return 'th';
  if (/[\u3040-\u30ff\uac00-\ud7af\u0400-\u04ff\u0370-\u03ff\u0590-\u06ff]/.test(clean)) return 'rest';
  if (/[\u3400-\u9fff]/.test(clean)) return 'zh';
  if (VIETNAMESE.test(raw)) return 'vi';
  vote(clean);
  let best = ENGLISH_PLACE;
  for (let place = 1; place < LATIN.length; place += 1) {
    const own = votesFor(place);
    const asEnglish = best === ENGLISH_PLACE && own > 0 && own === votesFor(ENGLISH_PLACE);
    if (own > votesFor(best) || asEnglish) best = place;
  }
  return LATIN[votesFor(best) * 2 < clean.length ? bestCovered(clean) : best] ?? 'en';
}

let coverage: Coverage | null = null;

/** The small words were too few to tell: the place of the list that knows most of the text, its marks counted in. */
function bestCovered(clean: string): number {
  coverage ??= makeCoverage();
  const covered = coverage.of(clean);
  const known = (place: number): number => (covered[place] as number) + votesFor(place);
  let best = ENGLISH_PLACE;
  // Mostly English words, one of them a mark: what the others know of them does not count. A stem alone ("transport...") is
  // in many languages.
  const mostly = votesFor(best) > 0 && known(best) * 2 > clean.length;
  if (mostly && votes.every((own) => own <= votesFor(ENGLISH_PLACE))) return best;
  for (let place = 1; place < LATIN.length; place += 1) if (known(place) > known(best)) best = place;
  return best;
}

/** Where the words of these lists are at hand, their own trees are made of them too: they will be asked for next. */
function makeCoverage(): Coverage {
  const lists = LATIN.map(wordsIn);
  for (const [index, tongue] of LATIN.entries()) {
    const words = lists[index];
    if (words && !trees.has(tongue)) trees.set(tongue, new LetterTree(words));
  }
  return new Coverage(lists);
}

function wordsIn(tongue: Tongue): ReadonlyMap<string, End> {
  const made = GENDERED.has(tongue) ? [feminine(LISTS[tongue])] : (MOVES[tongue] ?? []);
  return wordsOf([...(TO_CARRIERS[tongue] ?? []), ...(PAPERS[tongue] ?? []), ...made, LISTS[tongue]]);
}

/** Made when the first text asks for it: a start of the engine must not wait for nine lists. */
function treeOf(tongue: Tongue): WordTree {
  let found = trees.get(tongue);
  if (!found) {
    found = new LetterTree(wordsIn(tongue));
    trees.set(tongue, found);
  }
  return found;
}

/** A language's words, and English under them: carriers of all countries put English words into their sentences. */
export function lexiconOf(tongue: Tongue): Lexicon {
  return tongue === 'en' ? [treeOf('en')] : [treeOf(tongue), treeOf('en')];
}

/** Other languages that a text may be in whose own list did not do. */
export function othersThan(tongue: Tongue): readonly Tongue[] {
  if (tongue === 'zh') return ['rest'];
  if (tongue === 'th') return [];
  return (['id', 'pt', 'es', 'vi', 'tl', 'rest'] as const).filter((other) => other !== tongue);
}
