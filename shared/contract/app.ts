import { z } from 'zod';
import { instantSchema } from '../time.ts';
import { command, query } from './define.ts';
import { nothing, pageInput, pageOf } from './page.ts';

/** The state of the engine and its data, for the status line and Today. */
export const engineStatusSchema = z.object({
  schema: z.number().int(),
  parcels: z.number().int(),
  /** Cases that need a decision now: open, or awake again. The tray shows this number. */
  decisions: z.number().int(),
  decisionsByKind: z.record(z.string(), z.number().int()),
  /** Cases that cleared by themselves within the last 24 hours. */
  clearedToday: z.number().int(),
  drafts: z.number().int(),
  unknownScans: z.number().int(),
  lastImportAt: instantSchema.nullable(),
  /** Shops connected, and when one of them was last heard of. */
  shops: z.number().int(),
  lastSyncAt: instantSchema.nullable(),
  lastBackupAt: instantSchema.nullable(),
  importRunning: z.boolean(),
  online: z.boolean(),
  paused: z.boolean(),
  now: instantSchema,
});
export type EngineStatus = z.infer<typeof engineStatusSchema>;

export const backupSchema = z.object({ name: z.string(), at: instantSchema, bytes: z.number().int() });

export const appCalls = {
  'app.status': query(nothing, engineStatusSchema),
  'app.backups': query(nothing, z.object({ backups: z.array(backupSchema) })),
  'app.backupNow': command(nothing, backupSchema),
  /** What people and Seamark changed, newest first; ids only. */
  'app.audit': query(
    z.object(pageInput).strict(),
    pageOf(
      z.object({
        id: z.number().int(),
        at: instantSchema,
        what: z.string(),
        subject: z.string(),
        detail: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
      }),
    ),
  ),
};
