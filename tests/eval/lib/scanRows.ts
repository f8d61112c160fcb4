import { z } from 'zod';
import { reduce, type ReduceInput } from '../../../main/engine/journey/reduce.ts';
import type { EventId } from '../../../shared/model/ids.ts';
import type { JourneyEvent } from '../../../shared/model/journey.ts';
import { nodeSchema } from '../../../shared/model/node.ts';

const text = z.string().nullish();

/** A labelled scan: the columns of the open data's tracking events. */
export const scanRowSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  carrier: z.string(),
  lang: text,
  code: text,
  code_name: text,
  description: text,
  location: text,
  time: text,
  tz: text,
  source_scheme: text,
  source_status: text,
  trail: text,
  seq: z.number().nullish(),
  label: nodeSchema,
  reason: text,
  also_ok: z.array(z.string()).default([]),
  coarse_ok: z.array(z.string()).default([]),
  uncertain: z.boolean().default(false),
});
export type ScanRow = z.infer<typeof scanRowSchema>;

/** What the engine says of each row, in the order of `rows`. Rows of one `trail` are read together, others alone. */
export function readRows(rows: readonly ScanRow[], withTrail: boolean): JourneyEvent[] {
  const trails = new Map<string, number[]>();
  for (const [index, row] of rows.entries()) {
    const key = withTrail && row.trail ? `trail ${row.trail}` : `row ${index}`;
    trails.set(key, [...(trails.get(key) ?? []), index]);
  }
  const said: JourneyEvent[] = [];
  for (const members of trails.values()) {
    members.sort((a, b) => (rows[a]?.seq ?? 0) - (rows[b]?.seq ?? 0));
    let latest = 0;
    const scans = members.map((index, seq) => {
      const row = rows[index] as ScanRow;
      // `seq` is the order; a wall clock that steps back (another zone) must not change it.
      latest = Math.max(latest, instantOf(row));
      return scanOf(row, index, seq, latest === 0 ? null : latest);
    });
    for (const event of reduce(scans).events) said[Number(event.id) - 1] = event;
  }
  return said;
}

function instantOf(row: ScanRow): number {
  if (!row.time) return 0;
  const zone = /[zZ]$|[+-]\d\d:?\d\d$/.test(row.time) ? '' : offsetOf(row.tz);
  const at = Date.parse(`${row.time.replace(' ', 'T')}${zone}`);
  return Number.isFinite(at) && at > 0 ? at : 0;
}

function offsetOf(tz: string | null | undefined): string {
  return tz && /^[+-]\d\d:?\d\d$/.test(tz) ? tz : 'Z';
}

function scanOf(row: ScanRow, index: number, seq: number, instant: number | null): ReduceInput {
  return {
    id: (index + 1) as EventId,
    carrier: row.carrier.toLowerCase(),
    code: row.code || null,
    scheme: row.source_scheme || null,
    status: row.source_status || null,
    text: row.description || row.code_name || '',
    instant,
    seq,
    place: row.location || null,
    number: `EVAL${row.trail ?? index}`,
  };
}
