import type { BuyerLang, DraftState } from '#shared/model/draft.ts';
import type { Writer } from '../types.ts';

/** Stores a composed message, or leaves the one that is there; answers its id. */
export function saveDraft(
  writer: Writer,
  draft: { caseId: number; parcelId: number; lang: BuyerLang; template: string; text: string; at: number },
): number {
  writer.run(
    `INSERT INTO draft(case_id, parcel_id, channel, lang, template, composed, text, state, origin, created_at, updated_at)
     VALUES (?, ?, 'copy', ?, ?, ?, ?, 'proposed', 'auto-drafted', ?, ?)
     ON CONFLICT (case_id, channel, lang, template) DO NOTHING`,
    draft.caseId,
    draft.parcelId,
    draft.lang,
    draft.template,
    draft.text,
    draft.text,
    draft.at,
    draft.at,
  );
  const found = writer.get<{ id: number }>(
    `SELECT id FROM draft WHERE case_id = ? AND channel = 'copy' AND lang = ? AND template = ?`,
    draft.caseId,
    draft.lang,
    draft.template,
  );
  return found?.id ?? 0;
}

/** Puts fresh words into a draft that nobody has touched, or takes up a discarded one again. */
export function recomposeDraft(writer: Writer, id: number, text: string, at: number): void {
  writer.run(
    `UPDATE draft SET composed = ?, text = ?, state = 'proposed', origin = 'auto-drafted', updated_at = ? WHERE id = ?`,
    text,
    text,
    at,
    id,
  );
}

/** A person's words; the same words as composed count as composed. */
export function editDraft(writer: Writer, id: number, text: string, at: number): void {
  writer.run(
    `UPDATE draft SET text = ?, updated_at = ?,
       state = CASE WHEN composed = ? THEN 'proposed' ELSE 'edited' END,
       origin = CASE WHEN composed = ? THEN 'auto-drafted' ELSE 'edited' END
     WHERE id = ?`,
    text,
    at,
    text,
    text,
    id,
  );
}

/** Moves a draft to another state; `copied` stamps the time. */
export function setDraftState(writer: Writer, id: number, state: DraftState, at: number): void {
  writer.run(
    `UPDATE draft SET state = ?, updated_at = ?, copied_at = CASE WHEN ? = 'copied' THEN ? ELSE copied_at END
     WHERE id = ?`,
    state,
    at,
    state,
    at,
    id,
  );
}
