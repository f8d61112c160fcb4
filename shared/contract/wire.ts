import { z } from 'zod';
import { startFailureSchema } from './faults.ts';

/**
 * What passes between the shell and the engine process, over a message port (utility process) or the IPC channel of
 * a child process ('advanced' serialisation). Both ends check with these schemas.
 */
export const toEngineSchema = z.discriminatedUnion('kind', [
  /** The first message. The key travels only here; it is 64 hexadecimal digits. */
  z.object({
    kind: z.literal('start'),
    home: z.string(),
    key: z.string().regex(/^[0-9a-f]{64}$/),
    lang: z.string(),
  }),
  z.object({ kind: z.literal('call'), id: z.number().int(), name: z.string(), input: z.unknown() }),
  /** Power and network, as the shell sees them. */
  z.object({ kind: z.literal('world'), event: z.enum(['suspend', 'resume', 'offline', 'online']) }),
  /** Recovery before a start: put the newest good backup in place, or set the bad file aside and begin anew. */
  z.object({ kind: z.literal('recover'), action: z.enum(['restore-backup', 'start-empty']) }),
  /** Hand-shake of the end: drain, checkpoint, close, answer `closed`. */
  z.object({ kind: z.literal('close') }),
]);
export type ToEngine = z.infer<typeof toEngineSchema>;

export const fromEngineSchema = z.discriminatedUnion('kind', [
  /** The process is up and waits for `start`. */
  z.object({ kind: z.literal('hello'), node: z.string() }),
  z.object({ kind: z.literal('ready'), openMs: z.number() }),
  z.object({ kind: z.literal('start-failed'), failure: startFailureSchema }),
  z.object({ kind: z.literal('recovered'), note: z.string() }),
  z.object({ kind: z.literal('answer'), id: z.number().int(), result: z.unknown() }),
  z.object({ kind: z.literal('topic'), topic: z.string(), revision: z.number().int(), payload: z.unknown() }),
  z.object({ kind: z.literal('closed') }),
]);
export type FromEngine = z.infer<typeof fromEngineSchema>;
