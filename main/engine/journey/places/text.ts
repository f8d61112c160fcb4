/** Latin letters without marks, in lower case, words parted by single blanks; other scripts stay as they are. */
export function foldLatin(text: string): string {
  // Most names are plain; the rest costs ten times as much.
  if (/^[A-Za-z]+(?: [A-Za-z]+)*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'd')
    .toLowerCase()
    .replace(/[’'`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const LATIN = /\p{Script=Latin}/u;

/** The form under which a name is kept and looked up. Thai marks are letters' parts, so only Latin is folded. */
export function keyOf(name: string): string {
  return LATIN.test(name) ? foldLatin(name) : name.replace(/[\s.·・]+/gu, '');
}

/** What UTF-8 became when somebody read it as Latin-1, put right; any other text as it is. */
function unspoil(text: string): string {
  if (!/[\u00c2-\u00f4][\u0080-\u00bf]/.test(text)) return text;
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    if (code > 0xff) return text;
    bytes.push(code);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return text;
  }
}

const ENTITY: Readonly<Record<string, string>> = { '&nbsp;': ' ', '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** A carrier's place text without markup, pictures and odd widths: what is left to read. At most 160 characters. */
export function cleanPlace(raw: string): string {
  return unspoil(raw)
    .slice(0, 400)
    .replace(/<[^>]{0,200}>/g, ' ')
    .replace(/&(?:nbsp|amp|lt|gt);/g, (entity) => ENTITY[entity] ?? ' ')
    .normalize('NFKC')
    .replace(/\p{Extended_Pictographic}|\p{Cf}|\p{Variation_Selector}|\ufffd/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 160);
}

/** Parts of a text that stand apart: by comma, slash, bracket, bar, or a dash with blanks. */
export function segments(text: string): string[] {
  return text
    .split(/\s*[,，、;；/|()（）[\]【】「」《》<>]\s*|\s+[-–—>]+\s+|->/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/**
 * Words that say what kind of place it is, not which. Carriers' own: SOC, DC, CTE, CD (Brazil and Indonesia), TTKT and
 * kho (Vietnam), ศูนย์ (Thailand), 分拨 and 网点 (China), pos laju and pusat mel (Malaysia).
 */
const KIND_LATIN = new Set(
  (
    'hub hubs soc spx dc cdc rdc ldc tdc cfs cte ctce ctc cd agf ac cdd cee gateway gw warehouse wh facility office ' +
    'center centre centro sorting sort sortation station depot terminal distribution delivery logistics logistica ' +
    'fulfillment fulfilment transit transfer parcel mail post postal correios agencia unidade de da do del la el ' +
    'triagem tratamento distribuicao internacional international intl airport aeroporto aeropuerto bandara port ' +
    'customs aduana alfandega bea cukai kastam hai quan first last mile mid fm lm origin destination export import ' +
    'gudang kantor pos pusat sortir drop point counter stasiun agen cabang kota kab kabupaten kec kecamatan kel ' +
    'kelurahan laju mel negeri bandar daerah kho buu cuc ttkt trung tam khai thac phan loai tp thanh pho tinh quan ' +
    'huyen phuong xa kcn bodega planta sucursal paqueteria express jt jnt jne sicepat anteraja ninja ninjavan van flash ' +
    'shopee dhl ems the of at in to from and near city municipality province district state region muang mueang amphoe'
  ).split(' '),
);
const KIND_HAN =
  /国际机场|國際機場|国际邮件互换局|互换局|处理中心|處理中心|分拨中心|分撥中心|转运中心|轉運中心|集散中心|操作中心|分拣中心|分揀中心|理貨中心|物流中心|营业部|營業部|营业所|營業所|揽投部|揽收点|集运仓|集运点|服务点|门市|网点|網點|分公司|快递|速递|物流|中心|机场|機場|海关|海關|口岸|港口|码头|碼頭|仓库|倉庫|保税仓|保税区|站点|站點|首公里|始发|目的|国际|國際|头程|干线|公司|产业园|工业园|中转|已|仓$/gu;
const KIND_THAI =
  /ศูนย์กระจายสินค้า|ศูนย์คัดแยก(?:สินค้า|พัสดุ)?|ศูนย์ไปรษณีย์|ศูนย์|ที่ทำการไปรษณีย์|ไปรษณีย์|สาขา|คลังสินค้า|คลัง|สถานี|จังหวัด|จ\.|อำเภอ|อ\.|เขต|แขวง|ตำบล|ต\.|เมือง(?=\S)|ท่าอากาศยาน|สนามบิน|ด่านศุลกากร/gu;

/** True for a word that only says what kind of place it is. */
export const isKindWord = (word: string): boolean => KIND_LATIN.has(word) || /^\d+$/.test(word);

/** Han and Thai text without the words for kinds of places. */
export const withoutKinds = (text: string): string => text.replace(KIND_HAN, ' ').replace(KIND_THAI, ' ');
