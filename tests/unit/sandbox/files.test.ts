import { crc32 } from 'node:zlib';
import { fromBuffer } from 'yauzl';
import { expect, test } from 'vitest';
import { smallPdf, smallZip } from '../../../main/sandbox/shopee/files.ts';

test('the archive is one that a reader of others opens, and holds the file whole', async () => {
  const pdf = smallPdf(['order 1', 'order (2)']);
  const names: string[] = [];
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    fromBuffer(smallZip('awb.pdf', pdf), (error, archive) => {
      if (error) return reject(error);
      archive.on('entry', (entry) => {
        names.push(entry.fileName);
        expect(entry.crc32).toBe(crc32(pdf));
        archive.openReadStream(entry, (problem, stream) => {
          if (problem) return reject(problem);
          const parts: Buffer[] = [];
          stream.on('data', (part: Buffer) => parts.push(part));
          stream.on('end', () => resolve(Buffer.concat(parts)));
        });
      });
    });
  });
  expect(names).toEqual(['awb.pdf']);
  expect(bytes.equals(pdf)).toBe(true);
});

test('the table of the PDF points at its objects', () => {
  const text = smallPdf(['a line']).toString('latin1');
  const start = Number(/startxref\n(\d+)/.exec(text)?.[1]);
  expect(text.slice(start, start + 4)).toBe('xref');
  const offsets = [...text.slice(start).matchAll(/(\d{10}) 00000 n/g)].map(([, at]) => Number(at));
  expect(offsets.map((at) => text.slice(at, at + 7))).toEqual(
    offsets.map((_, index) => `${index + 1} 0 obj`),
  );
});
