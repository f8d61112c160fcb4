import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_IMPORT_OPTIONS, type FileEncoding, type ImportPreview } from '#shared/model/import.ts';
import { FaultError } from '#shared/result.ts';
import { type Decoder, encodingOf } from '../../../../main/engine/sources/files/encoding.ts';
import { previewTrackingFile } from '../../../../main/engine/sources/files/preview.ts';

/** What carriers of a market write, and the code page in which its spreadsheets save. */
const WRITTEN: readonly (readonly [Decoder, readonly string[]])[] = [
  ['gb18030', ['快件已揽收', '到达深圳分拨中心', '包裹已签收，感谢使用', '清关中', '派送失败：收件人不在']],
  ['big5', ['包裹已收件', '包裹抵達轉運中心', '包裹配送成功，已簽收', '配送失敗：收件人不在', '已送達門市']],
  ['windows-874', ['รับพัสดุแล้ว', 'พัสดุถึงศูนย์คัดแยก', 'นำจ่ายสำเร็จ', 'ผู้รับปฏิเสธการรับ', 'กรุงเทพมหานคร']],
  [
    'windows-1252',
    ['Objeto em trânsito', 'Objeto entregue ao destinatário', 'Não há ninguém', 'Devolución', 'São José'],
  ],
];

/** Bytes of a text in a code page: the platform only decodes, so each pair is looked up by decoding them all. */
const tables = new Map<Decoder, Map<string, number[]>>();
function encoded(text: string, label: Decoder): Buffer {
  let table = tables.get(label);
  if (!table) {
    const decoder = new TextDecoder(label);
    table = new Map();
    for (let first = 0xff; first >= 0x80; first -= 1) {
      for (let second = 0xfe; second >= 0x40; second -= 1) {
        const pair = decoder.decode(Uint8Array.of(first, second));
        if (Array.from(pair).length === 1 && pair !== '\uFFFD') table.set(pair, [first, second]);
      }
      const one = decoder.decode(Uint8Array.of(first));
      if (one !== '\uFFFD') table.set(one, [first]);
    }
    tables.set(label, table);
  }
  return Buffer.from(
    Array.from(text).flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : (table.get(char) ?? [63]))),
  );
}

describe('the encoding of a file', () => {
  it.each(WRITTEN)('%s is told by what its market writes, one line or many', async (label, texts) => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...texts], { minLength: 1 }), async (chosen) => {
        const lines = chosen
          .map((text, n) => `SPX${100_000 + n},2026-11-0${1 + (n % 9)} 08:05,${text}\r\n`)
          .join('');
        const bytes = encoded(`number,time,description\r\n${lines}`, label);
        expect(new TextDecoder(label).decode(bytes)).toContain(chosen[0]);
        expect(await encodingOf(bytes, false)).toBe(label);
      }),
      { numRuns: 60 },
    );
  });

  it('is UTF-8 wherever that fits most lines, and UTF-16 by its mark or by its NULs', async () => {
    const tell = (bytes: Buffer): Promise<FileEncoding> => encodingOf(bytes, false);
    for (const [, texts] of WRITTEN) expect(await tell(Buffer.from(texts.join('\n')))).toBe('utf-8');
    const wide = Buffer.from('number,time\nSPX100000,2026-11-01 08:05\n', 'utf16le');
    expect(await tell(wide)).toBe('utf-16le');
    expect(await tell(Buffer.from(wide).swap16())).toBe('utf-16be');
    const marked = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('包裹', 'utf16le')]);
    expect(await tell(marked)).toBe('utf-16le');
  });

  it.each([
    // As a Japanese, a Korean and a Russian spreadsheet save them: every pair is some character of GB 18030.
    ['配達完了しました', '947a92428aae97b982b582dc82b582bd'],
    ['배송완료 집화처리', 'b9e8bcdbbfcfb7e120c1fdc8adc3b3b8ae'],
    ['Доставлено получателю', 'c4eef1f2e0e2ebe5edee20efeeebf3f7e0f2e5ebfe'],
  ])(
    'is nobody’s where the bytes look like no language of the markets: %s is not read as other words',
    async (_, hex) => {
      const bytes = Buffer.from(hex, 'hex');
      expect(new TextDecoder('gb18030').decode(bytes)).not.toContain('\uFFFD');
      expect(await encodingOf(bytes, false)).toBe('utf-8');
    },
  );

  it('is GB 18030 for traditional characters that were saved in China', async () => {
    const bytes = encoded('包裹已簽收，感謝使用\n貨物抵達轉運中心', 'gb18030');
    expect(await encodingOf(bytes, false)).toBe('gb18030');
  });
});

describe('a file', () => {
  const now = Date.UTC(2026, 10, 24, 12);
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'seamark-encoding-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const look = async (content: string | Uint8Array, name = 'f.csv'): Promise<ImportPreview> => {
    const path = join(folder, name);
    writeFileSync(path, content);
    const answer = await previewTrackingFile(path, { mapping: null, options: DEFAULT_IMPORT_OPTIONS, now });
    if (!answer.ok) throw new FaultError(answer.error.code, answer.error.detail);
    return answer.value;
  };

  it.each<[FileEncoding, Uint8Array]>([
    [
      'utf-16le',
      Buffer.from(
        '\uFEFFtracking number\ttime\tdescription\nSPX100000\t2026-11-01 08:05\t包裹已签收\n',
        'utf16le',
      ),
    ],
    ['big5', encoded('單號,時間,貨態說明\nSPX100000,2026-11-01 08:05,包裹已簽收\n', 'big5')],
    [
      'windows-874',
      encoded('เลขพัสดุ,วันเวลา,รายละเอียด\nSPX100000,2026-11-01 08:05,นำจ่ายสำเร็จ\n', 'windows-874'),
    ],
    [
      'windows-1252',
      encoded(
        'Rastreio;Data/Hora;Descrição\nSPX100000;2026-11-01 08:05;Objeto em trânsito\n',
        'windows-1252',
      ),
    ],
  ])('in %s is read with its headings', async (encoding, bytes) => {
    const preview = await look(bytes);
    expect(preview.encoding).toBe(encoding);
    expect(preview.mapping).toEqual({ number: 0, time: 1, text: 2 });
    expect(preview.rows.map(({ refusal }) => refusal)).toEqual([null]);
  });

  it('without headings loses no row: its columns go by letters', async () => {
    const row = (n: number): string => `SPX10000${n},x,2026-11-0${n} 08:05,Parcel arrived at the hub`;
    const { columns, rows, mapping } = await look([1, 2, 3].map(row).join('\n'));
    expect(columns.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'D']);
    expect(mapping).toEqual({ number: 0, time: 2, text: 3 });
    expect(rows.map(({ line, refusal }) => [line, refusal])).toEqual([
      [1, null],
      [2, null],
      [3, null],
    ]);
  });

  it('whose headings are unknown: the sentences are the words, not the names of carriers', async () => {
    const row = (n: number, text: string): string => `SPX10000${n},Correios,2026-11-0${n} 08:05,${text}`;
    const { mapping } = await look(
      ['a,b,c,d', row(1, 'Objeto postado'), row(2, 'Objeto entregue')].join('\n'),
    );
    expect(mapping).toEqual({ number: 0, time: 2, text: 3 });
  });

  it('of other things is told apart: a word is no sentence', async () => {
    await expect(look('fruit,colour\napple,red\npear,green\n')).rejects.toMatchObject({
      fault: { code: 'file-no-columns' },
    });
  });

  it('with a cell beyond all measure, or a quote that stays open, names the line', async () => {
    const head = 'number,time,description\nSPX100000,2026-11-01 08:05,ok\n';
    for (const rest of [
      `SPX100001,2026-11-01 08:05,${'x'.repeat(1_000_000)}\n`,
      'SPX100001,2026-11-01 08:05,"open\n',
    ]) {
      await expect(look(head + rest)).rejects.toMatchObject({
        fault: { code: 'file-row-open', detail: { line: 3 } },
      });
    }
  });
});
