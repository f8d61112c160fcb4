import { coveredBy, type Lexicon, makeTree, type WordList, type WordTree } from './lexicon.ts';
import { LetterTree } from './tree.ts';
import { COUNTRY_MOVES, ZH_COUNTRY_MOVES } from './words/countries.ts';
import { EN } from './words/en.ts';
import { ES } from './words/es.ts';
import { feminine } from './words/feminine.ts';
import { ID } from './words/id.ts';
import { PEOPLE } from './words/people.ts';
import { PT } from './words/pt.ts';
import { REST } from './words/rest.ts';
import { TH } from './words/th.ts';
import { TL } from './words/tl.ts';
import { VI } from './words/vi.ts';
import { ZH } from './words/zh.ts';

export type Tongue = 'en' | 'zh' | 'th' | 'vi' | 'id' | 'tl' | 'pt' | 'es' | 'rest';

const LISTS: Readonly<Record<Tongue, WordList>> = {
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
     tentativa enderecos mercadoria sao recebido correios carteiro alfandega extraviado produto rota origem cd`,
  ],
  [
    'es',
    `el la en paquete envio entrega fue entregado destinatario no para de del su al ha sido por se los con tu ruta recolectado
     salio llego reparto direccion domicilio aduana remitente devuelto pedido recibido intento y oficina centro sucursal
     cliente esta listo recoger recoleccion pago impuestos pendiente anulada anulado tiene mercancia excede recogida delegacion averia vehiculo almacen guia ausente retenido`,
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

/** Tongues of Latin letters, in the order in which one goes before another that has as many marks. */
const LATIN = ['pt', 'es', 'id', 'vi', 'tl', 'rest'] as const;
type Latin = 'en' | (typeof LATIN)[number];
type Votes = Record<Latin, number>;
const marked = new LetterTree<readonly Latin[]>();
for (const word of ENGLISH) marked.put(word, () => ['en']);
for (const [tongue, words] of MARKS) {
  for (const word of new Set(words.split(/\s+/))) marked.put(word, (there = []) => [...there, tongue]);
}

/** What the marks in a text say: a word counts by its letters, three at the most. */
function votesOf(clean: string): Votes {
  const votes: Votes = { en: 0, pt: 0, es: 0, id: 0, vi: 0, tl: 0, rest: 0 };
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
    if (tongues) for (const tongue of tongues) votes[tongue] += Math.min(at - start, 3);
  }
  return votes;
}

/** The language of a text: by its script, then by the marks of its words. `raw` has its accents yet, `clean` not. */
export function tongueOf(raw: string, clean: string): Tongue {
  if (/[\u0e00-\u0e7f]/.test(clean)) return 'th';
  if (/[\u3040-\u30ff\uac00-\ud7af\u0400-\u04ff\u0370-\u03ff\u0590-\u06ff]/.test(clean)) return 'rest';
  if (/[\u3400-\u9fff]/.test(clean)) return 'zh';
  if (VIETNAMESE.test(raw)) return 'vi';
  const votes = votesOf(clean);
  let best: Latin = 'en';
  for (const tongue of LATIN) {
    if (votes[tongue] > votes[best] || (best === 'en' && votes[tongue] > 0 && votes[tongue] === votes.en))
      best = tongue;
  }
  return votes[best] * 2 < clean.length ? bestCovered(clean, votes) : best;
}

/** The small words were too few to tell: the list that knows most of the text, its marks counted in. */
function bestCovered(clean: string, votes: Readonly<Votes>): Tongue {
  let best: Latin = 'en';
  let most = coveredBy(lexiconOf('en'), clean, 0) + votes.en;
  // Mostly English words: no need to ask the others.
  if (most * 2 > clean.length && LATIN.every((tongue) => votes[tongue] <= votes.en)) return best;
  for (const tongue of LATIN) {
    const covered = coveredBy([treeOf(tongue)], clean, most - votes[tongue]) + votes[tongue];
    if (covered <= most) continue;
    best = tongue;
    most = covered;
  }
  return best;
}

/** Made when the first text asks for it: a start of the engine must not wait for nine lists. */
function treeOf(tongue: Tongue): WordTree {
  let found = trees.get(tongue);
  if (!found) {
    const made = GENDERED.has(tongue) ? [feminine(LISTS[tongue])] : (MOVES[tongue] ?? []);
    found = makeTree(...made, LISTS[tongue]);
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
