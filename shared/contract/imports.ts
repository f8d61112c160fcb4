import { z } from 'zod';
import { importIdSchema } from '../model/ids.ts';
import {
  importOptionsSchema,
  importPreviewSchema,
  importRunSchema,
  mappingSchema,
  refusedRowSchema,
} from '../model/import.ts';
import { command, query } from './define.ts';
import { nothing, pageInput, pageOf } from './page.ts';

const path = z.string().min(1).max(4096);

export const importCalls = {
  /** Reads the head of a file: format, encoding, columns, the mapping we suggest, the first rows. Stores nothing. */
  'imports.preview': query(
    z.object({ path, mapping: mappingSchema.nullable(), options: importOptionsSchema }).strict(),
    importPreviewSchema,
  ),
  /** Starts one import; progress comes on the topic `imports`. */
  'imports.start': command(
    z
      .object({ path, digest: z.string().max(200), mapping: mappingSchema, options: importOptionsSchema })
      .strict(),
    importRunSchema,
  ),
  /** Stops a running import and takes back every row it stored. */
  'imports.cancel': command(z.object({ importId: importIdSchema }).strict(), importRunSchema),
  'imports.list': query(nothing, z.object({ imports: z.array(importRunSchema).max(100) })),
  'imports.refused': query(
    z.object({ importId: importIdSchema, ...pageInput }).strict(),
    pageOf(refusedRowSchema),
  ),
  /** Writes the refused rows with line, column, value and reason to a CSV file (UTF-8 with mark, for Excel). */
  'imports.exportRefused': command(
    z.object({ importId: importIdSchema, path, lang: z.enum(['en', 'zh-CN']) }).strict(),
    z.object({ path: z.string(), rows: z.number().int() }),
  ),
};
