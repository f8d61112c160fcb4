import { z } from 'zod';
import { caseIdSchema, draftIdSchema, parcelIdSchema } from '../model/ids.ts';
import { importRunSchema } from '../model/import.ts';
import { engineStatusSchema } from './app.ts';
import { topic } from './define.ts';
import { engineHealthSchema, settingsSchema } from './shell.ts';

const changed = z.object({});

export const topics = {
  status: topic('engine', engineStatusSchema),
  /** Cases changed; ask again. */
  queue: topic('engine', changed),
  parcels: topic('engine', changed),
  drafts: topic('engine', changed),
  orders: topic('engine', changed),
  sources: topic('engine', changed),
  /** Apps, shops, or the authorisation under way changed. */
  shops: topic('engine', changed),
  /** The running import, a few times a second, and its end. */
  imports: topic('engine', importRunSchema),
  /** The engine process itself. */
  engine: topic('shell', engineHealthSchema),
  settings: topic('shell', settingsSchema),
  /** The tray, a notification or a second start asks the page to show something. */
  open: topic(
    'shell',
    z.object({
      view: z.enum(['today', 'queue', 'parcels', 'drafts', 'sources', 'settings', 'import']),
      caseId: caseIdSchema.nullable(),
      parcelId: parcelIdSchema.nullable(),
      draftId: draftIdSchema.nullable(),
      /** For `import`: the file that was opened with Seamark. */
      path: z.string().nullable(),
    }),
  ),
};

export type Topics = typeof topics;
export type TopicName = keyof Topics;
export type TopicPayload<N extends TopicName> = z.infer<Topics[N]['payload']>;

/** A pushed message as it travels. */
export interface TopicMessage<N extends TopicName = TopicName> {
  readonly topic: N;
  readonly revision: number;
  readonly payload: TopicPayload<N>;
}
