import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UI_LANGS } from '#shared/contract/shell.ts';
import { DEFAULT_IMPORT_OPTIONS, type ImportField, type ImportPreview } from '#shared/model/import.ts';
import { faultText } from '#shared/text/faultText.ts';
import { translate } from '#shared/text/translate.ts';
import { fieldOfHeading, suggestMapping } from '../../../../main/engine/sources/files/columns.ts';
import { previewTrackingFile } from '../../../../main/engine/sources/files/preview.ts';

const now = Date.UTC(2026, 10, 24);
let path = '';
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'seamark-letters-'));
  path = join(folder, 'a.csv');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function look(lines: readonly string[]): Promise<ImportPreview> {
  writeFileSync(path, lines.join('\n'));
  const preview = await previewTrackingFile(path, { mapping: null, options: DEFAULT_IMPORT_OPTIONS, now });
  if (!preview.ok) throw new Error(preview.error.code);
  return preview.value;
}
const rows = (numbers: readonly string[]): string[] =>
  numbers.map((number, n) => `${number},2026-11-0${n + 1} 10:00,Picked up by the courier`);
const LETTERS = ['ABKDEFGHIJKL', 'QWERTYUIOPAS', 'ZXCVBNMASDFG'];

describe('waybill numbers of letters only', () => {
  it.each([
    'Tracking Number',
    'Shipment ID',
    'Number',
    'No.',
    'Waybill Code',
    'Package number',
    'Reference',
    '快递单',
    '编号',
    '運單號',
    'Nomor',
    'Số vận đơn',
    'หมายเลข',
  ])('are found under the heading %s', async (heading) => {
    const preview = await look([`${heading},Time,Description`, ...rows(LETTERS)]);
    expect(preview.mapping).toEqual({ number: 0, time: 1, text: 2 });
    expect(preview.problems).toEqual([]);
    expect(preview.rows.map(({ refusal }) => refusal)).toEqual([null, null, null]);
  });

  it('are found by their form under a heading that says nothing, and without any heading', async () => {
    const headed = await look(['Foo,Bar,Baz', ...rows(LETTERS)]);
    expect(headed.mapping).toEqual({ number: 0, time: 1, text: 2 });
    const bare = await look(rows(LETTERS));
    expect(bare.mapping).toEqual({ number: 0, time: 1, text: 2 });
    expect(bare.rows).toHaveLength(3);
  });

  it('are found whatever the letters are', () => {
    const letters = fc.string({
      unit: fc.integer({ min: 65, max: 90 }).map((code) => String.fromCharCode(code)),
      minLength: 8,
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 20 }), (numbers) => {
        const cells = numbers.map((number) => ['2026-11-01', number, 'Picked up by the courier']);
        expect(suggestMapping(['Date', 'Parcel no', 'What'], cells)).toEqual({ time: 0, number: 1, text: 2 });
      }),
    );
  });

  it('give way to a column that is surely one, and are no words of a status or of places', () => {
    const cells = LETTERS.map((number, n) => [
      `${n + 1}`,
      number,
      '2026-11-01',
      `TH12345678${n}`,
      'Picked up now',
    ]);
    const sure = suggestMapping(['No.', 'Reference', 'Date', 'AWB', 'What'], cells);
    expect(sure).toEqual({ number: 3, time: 2, text: 4 });
    for (const words of [
      ['OUTFORDELIVERY', 'INTRANSITTO', 'DELIVERED'],
      ['SHANGHAI', 'SHENZHEN', 'SHANGHAI'],
      ['OUTFORDELIVERY', 'OUTFORDELIVERY', 'OUTFORDELIVERY'],
    ]) {
      const table = words.map((word, n) => [word, `2026-11-0${n + 1}`, 'Picked up by the courier']);
      expect(suggestMapping(['Foo', 'Date', 'What'], table).number).toBeUndefined();
    }
  });
});

describe('a file without a column for the number', () => {
  it('says what to choose, and which heading will do', async () => {
    const preview = await look(['Code,Time,Description', ...rows(LETTERS)]);
    const [problem] = preview.problems;
    expect(problem).toEqual({ code: 'mapping-incomplete', detail: { fields: 'number' } });
    for (const lang of UI_LANGS) {
      const name = translate(lang, 'field.number');
      expect(problem && faultText(lang, problem)).toMatch(new RegExp(`[“]${name}[”]`));
    }
  });

  it('names headings that are read', () => {
    for (const lang of UI_LANGS) {
      for (const field of ['number', 'text', 'time'] satisfies ImportField[]) {
        expect([field, fieldOfHeading(translate(lang, `field.${field}`))]).toEqual([field, field]);
      }
    }
  });
});
