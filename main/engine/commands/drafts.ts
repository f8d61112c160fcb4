import type { BuyerLang, Draft, DraftState } from '#shared/model/draft.ts';
import type { CaseId, DraftId } from '#shared/model/ids.ts';
import { FaultError } from '#shared/result.ts';
import type { Clock } from '../ports.ts';
import { audit } from '../store/aggregates/audit.ts';
import { editDraft, recomposeDraft, saveDraft, setDraftState } from '../store/aggregates/drafts.ts';
import type { Writer } from '../store/types.ts';
import { draftById } from '../store/views/drafts.ts';
import { caseById } from '../store/views/queue.ts';

/** Composes the words for a case; the outreach stage provides it. */
export type ComposeFor = (
  caseRow: NonNullable<ReturnType<typeof caseById>>['row'],
  lang: BuyerLang,
) => {
  template: string;
  text: string;
};

export interface DraftCommands {
  create(caseId: CaseId, lang: BuyerLang): Draft;
  edit(draftId: DraftId, text: string): Draft;
  restore(draftId: DraftId): Draft;
  copied(draftId: DraftId): Draft;
  discard(draftId: DraftId): Draft;
  recover(draftId: DraftId): Draft;
}

/** What a person can do to drafts. Nothing here sends: a person copies the words and sends them. */
export function createDraftCommands(deps: {
  writer: Writer;
  clock: Clock;
  compose: ComposeFor;
  changed: () => void;
}): DraftCommands {
  const { writer, clock } = deps;

  const load = (id: DraftId): { draft: Draft; composed: string } => {
    const found = draftById(writer, id);
    if (!found) throw new FaultError('not-found');
    return found;
  };
  const alter = (id: DraftId, what: string, work: (at: number) => void): Draft => {
    const at = clock.now();
    const draft = writer.transaction('command', () => {
      work(at);
      audit(writer, at, what, `draft ${id}`);
      return load(id).draft;
    });
    deps.changed();
    return draft;
  };
  const move = (id: DraftId, what: string, from: readonly DraftState[], to: DraftState): Draft =>
    alter(id, what, (at) => {
      if (!from.includes(load(id).draft.state)) throw new FaultError('wrong-state');
      setDraftState(writer, id, to, at);
    });

  return {
    create: (caseId, lang) => {
      const at = clock.now();
      const draft = writer.transaction('command', () => {
        const found = caseById(writer, caseId);
        if (!found) throw new FaultError('not-found');
        const { template, text } = deps.compose(found.row, lang);
        const id = saveDraft(writer, { caseId, parcelId: found.row.parcelId, lang, template, text, at });
        const { draft: stored, composed } = load(id as DraftId);
        const untouched = stored.state === 'proposed' || stored.state === 'discarded';
        if (untouched && (composed !== text || stored.state === 'discarded')) {
          recomposeDraft(writer, id, text, at);
        }
        audit(writer, at, 'drafts.create', `draft ${id}`, { caseId, lang });
        return load(id as DraftId).draft;
      });
      deps.changed();
      return draft;
    },
    edit: (draftId, text) =>
      alter(draftId, 'drafts.edit', (at) => {
        if (load(draftId).draft.state === 'discarded') throw new FaultError('wrong-state');
        editDraft(writer, draftId, text, at);
      }),
    restore: (draftId) =>
      alter(draftId, 'drafts.restore', (at) => {
        const { draft, composed } = load(draftId);
        if (draft.state === 'discarded') throw new FaultError('wrong-state');
        editDraft(writer, draftId, composed, at);
      }),
    copied: (draftId) => move(draftId, 'drafts.copied', ['proposed', 'edited', 'copied'], 'copied'),
    discard: (draftId) => move(draftId, 'drafts.discard', ['proposed', 'edited', 'copied'], 'discarded'),
    recover: (draftId) =>
      alter(draftId, 'drafts.recover', (at) => {
        const { draft } = load(draftId);
        if (draft.state !== 'discarded') throw new FaultError('wrong-state');
        setDraftState(writer, draftId, draft.origin === 'edited' ? 'edited' : 'proposed', at);
      }),
  };
}
