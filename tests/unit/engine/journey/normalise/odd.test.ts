import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../../../../main/engine/journey/meaning.ts';
import { readText } from '../../../../../main/engine/journey/normalise/read.ts';
import { task } from '../../../../eval/normalise.ts';
import { said } from './said.ts';

const open = fileURLToPath(
  new URL('../../../../../../shared/data/tracking-events/events.jsonl', import.meta.url),
);

describe('odd texts', () => {
  it.each([
    ['<b>Delivered</b><br/>Signed&nbsp;by: front desk', 'DELIVERED'],
    ['<html><head><title>502 Bad Gateway</title></head></html>', 'null'],
    ['📦 Out for delivery 🚚🚚', 'OUT_FOR_DELIVERY'],
    ['ＯＵＴ　ＦＯＲ　ＤＥＬＩＶＥＲＹ', 'OUT_FOR_DELIVERY'],
    ['OUT_FOR_DELIVERY', 'OUT_FOR_DELIVERY'],
    ['PickupDone', 'PICKED_UP'],
    ['å·²ç­¾æ”¶', 'null'],
    ['\u{fffd}\u{fffd}\u{fffd} ???', 'null'],
    ['1234567890', 'null'],
    ['   ', 'null'],
    [`${'lorem '.repeat(5_000)} delivered`, 'null'],
  ])('%s', (text, node) => {
    expect(said(text, [node])).toBe(node);
  });

  it('read alike whatever their numbers, letter case and accents are', () => {
    const first = readText('Đơn hàng SPX0001 đã đến kho phân loại');
    expect(first).not.toBeNull();
    expect(readText('DON HANG SPX99887766 DA DEN KHO PHAN LOAI')).toEqual(first);
  });
});

describe('a code with a text beside it', () => {
  const read = (carrier: string, code: string, text: string) =>
    meaningOf({ carrier, code, scheme: null, status: null, text });

  it('keeps its node; the text names the ground', () => {
    expect(read('spx', 'F650', 'Delivery attempt failed: recipient refused')).toMatchObject({
      node: 'DELIVERY_FAILED',
      reason: 'REFUSED',
      means: 'code',
    });
  });

  it('gives way where it leaves the place open', () => {
    expect(read('shopee', 'DELIVERY_PENDING', 'Departed from country of origin')).toMatchObject({
      node: 'LINEHAUL_DEPARTED',
      means: 'text',
    });
  });

  it('never becomes an end by its text, but for a delivery to the sender', () => {
    expect(read('shopee', 'DELIVERY_PENDING', 'Parcel delivered').node).toBe('IN_TRANSIT');
    expect(read('spx', 'F600', 'Delivered').node).toBe('OUT_FOR_DELIVERY');
    expect(read('spx', 'F980', 'Delivered, to original sender').node).toBe('RETURNED');
  });
});

if (existsSync(open)) {
  describe('the open labelled scans', () => {
    it('are read at least this well', async () => {
      const figures = await task.run([open]);
      expect(figures).toMatchObject({ n: 176, terminalErrors: expect.any(Number) });
      expect(figures.exact).toBeGreaterThanOrEqual(0.92);
      expect(figures.coarse).toBeGreaterThanOrEqual(0.96);
      expect(figures.stage).toBeGreaterThanOrEqual(0.97);
      expect(figures.terminalErrors).toBe(0);
    });
  });
}
