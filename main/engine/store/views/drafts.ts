import type { Draft, DraftState } from '#shared/model/draft.ts';
import type { Param, Reader } from '../types.ts';
import { cutPage, TOTAL_MAX, unpackCursor } from './cursor.ts';

type Raw = Omit<Draft, 'relevant'> & { relevant: number; composed: string };

const COLUMNS = `d.id, d.case_id AS caseId, d.parcel_id AS parcelId, p.number, p.carrier, d.channel, d.lang, d.template,
  d.text, d.state, d.origin, (c.state IN ('open', 'accepted', 'snoozed')) AS relevant, d.created_at AS createdAt,
  d.updated_at AS updatedAt, d.copied_at AS copiedAt, d.composed`;
const FROM = 'FROM draft d JOIN parcel p ON p.id = d.parcel_id JOIN case_item c ON c.id = d.case_id';

const toDraft = ({ composed: _composed, ...raw }: Raw): Draft => ({ ...raw, relevant: raw.relevant === 1 });

/** One page of drafts, last touched first; all but the discarded ones when `state` is null. */
export function draftPage(
  reader: Reader,
  state: DraftState | null,
  page: { limit: number; cursor: string | null },
): { rows: Draft[]; nextCursor: string | null; total: number } {
  const where = state === null ? "d.state <> 'discarded'" : 'd.state = ?';
  const params: Param[] = state === null ? [] : [state];
  const total =
    reader.get<{ n: number }>(`SELECT count(*) AS n FROM draft d WHERE ${where}`, ...params)?.n ?? 0;
  const after = unpackCursor(page.cursor, 2);
  const rows = reader.all<Raw>(
    `SELECT ${COLUMNS} ${FROM} WHERE ${where} ${after ? 'AND (d.updated_at, d.id) < (?, ?)' : ''}
     ORDER BY d.updated_at DESC, d.id DESC LIMIT ?`,
    ...params,
    ...(after ?? []),
    page.limit + 1,
  );
  const { shown, nextCursor } = cutPage(rows, page.limit, (last) => [last.updatedAt, last.id]);
  return {
    rows: shown.map(toDraft),
    nextCursor,
    total: Math.min(total, TOTAL_MAX),
  };
}

/** One draft with the words as they were composed, or undefined. */
export function draftById(reader: Reader, id: number): { draft: Draft; composed: string } | undefined {
  const raw = reader.get<Raw>(`SELECT ${COLUMNS} ${FROM} WHERE d.id = ?`, id);
  return raw && { draft: toDraft(raw), composed: raw.composed };
}

/** The drafts of a parcel, last touched first; at most 50. */
export function draftsOfParcel(reader: Reader, parcelId: number): Draft[] {
  return reader
    .all<Raw>(
      `SELECT ${COLUMNS} ${FROM} WHERE d.parcel_id = ? ORDER BY d.updated_at DESC, d.id DESC LIMIT 50`,
      parcelId,
    )
    .map(toDraft);
}

/** The drafts of a case that are not discarded. */
export function draftsOfCase(reader: Reader, caseId: number): number[] {
  return reader
    .all<{ id: number }>(
      "SELECT id FROM draft WHERE case_id = ? AND state <> 'discarded' ORDER BY id",
      caseId,
    )
    .map((row) => row.id);
}
