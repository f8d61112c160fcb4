import { constants, zstdCompressSync } from 'node:zlib';
import { PURGE_AFTER } from './journal.ts';
import { saveRaw } from './store/aggregates/shopFacts.ts';
import type { Writer } from './store/types.ts';
import type { RawAnswer } from './sync/shopee/journal.ts';
import { partPersonal } from './sync/shopee/personal.ts';

/** Fast, and a page of orders still shrinks to a tenth. */
const ZSTD = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };
const packed = (value: unknown): Uint8Array => zstdCompressSync(JSON.stringify(value), ZSTD);

/** Keeps an answer as it came, and apart, for 90 days, what names a person in it. */
export function keepRaw(
  writer: Writer,
  shopId: number,
  { endpoint, subject, raw }: RawAnswer,
  at: number,
): void {
  const { plain, personal } = partPersonal(raw);
  saveRaw(writer, {
    ...{ shopId, endpoint, subject, at },
    body: packed(plain),
    personal: Object.keys(personal).length === 0 ? null : packed(personal),
    purgeAt: at + PURGE_AFTER,
  });
}
