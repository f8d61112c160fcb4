import { mkdirSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import { join, resolve } from 'node:path';
import { drawIcon } from '../main/shell/trayIcon.ts';

/** One chunk of a PNG file: length, name, data, check sum. */
function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/** A PNG of the same drawing that the tray shows. Pixels come as blue, green, red, alpha. */
export function png(pixels: Buffer, size: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      const from = (y * size + x) * 4;
      const [blue = 0, green = 0, red = 0, alpha = 0] = pixels.subarray(from, from + 4);
      rows.set([red, green, blue, alpha], y * (size * 4 + 1) + 1 + x * 4);
    }
  }
  const mark = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    mark,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

if (process.argv[1] === import.meta.filename) {
  const folder = resolve(import.meta.dirname, '../build');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'icon.png'), png(drawIcon(1024, 0), 1024));
}
