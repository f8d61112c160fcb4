import { z } from 'zod';

/** Rows in one reply, at most (design section 4). */
export const PAGE_MAX = 500;

/** What every list call takes: how many rows, from where on. The cursor is opaque and comes from the last reply. */
export const pageInput = {
  limit: z.number().int().min(1).max(PAGE_MAX),
  cursor: z.string().max(200).nullable(),
};

/** What every list call answers with. `total` counts all rows under the filter, capped at 100,000. */
export const pageOf = <R extends z.ZodType>(row: R) =>
  z.object({
    rows: z.array(row).max(PAGE_MAX),
    total: z.number().int(),
    nextCursor: z.string().nullable(),
    /** Revision of the topic that announces changes to this list. */
    revision: z.number().int(),
  });

/** For calls without input. */
export const nothing = z.object({}).strict();
