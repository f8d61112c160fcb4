import { promisify } from 'node:util';
import { fromBuffer, type ZipFile } from 'yauzl';

const open = promisify<Buffer, object, ZipFile>(fromBuffer);

/**
 * How many megabytes a zip says it holds when unpacked, or null when its directory cannot be read. Asked before
 * anything is unpacked, so that a small file cannot fill the memory.
 */
export async function unpackedMegabytes(bytes: Buffer): Promise<number | null> {
  let zip: ZipFile;
  try {
    zip = await open(bytes, { lazyEntries: true, validateEntrySizes: false });
  } catch {
    return null;
  }
  return new Promise((done) => {
    let total = 0;
    zip.on('entry', (entry: { uncompressedSize: number }) => {
      total += entry.uncompressedSize;
      zip.readEntry();
    });
    zip.on('end', () => done(Math.ceil(total / 1024 / 1024)));
    zip.on('error', () => done(null));
    zip.readEntry();
  });
}
