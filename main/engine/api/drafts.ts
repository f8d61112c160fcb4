import { FaultError } from '#shared/result.ts';
import { draftById, draftPage } from '../store/views/drafts.ts';
import type { ApiDeps, FeatureHandlers } from './deps.ts';

/** Reads of drafts and what a person can do to them. */
export function draftHandlers(deps: ApiDeps): FeatureHandlers<'drafts.'> {
  const { reader, draftCommands } = deps;
  return {
    'drafts.page': ({ state, limit, cursor }) => ({
      ...draftPage(reader, state, { limit, cursor }),
      revision: deps.revision('drafts'),
    }),
    'drafts.get': ({ draftId }) => {
      const found = draftById(reader, draftId);
      if (!found) throw new FaultError('not-found');
      return found.draft;
    },
    'drafts.create': ({ caseId, lang }) => draftCommands.create(caseId, lang),
    'drafts.edit': ({ draftId, text }) => draftCommands.edit(draftId, text),
    'drafts.restore': ({ draftId }) => draftCommands.restore(draftId),
    'drafts.copied': ({ draftId }) => draftCommands.copied(draftId),
    'drafts.discard': ({ draftId }) => draftCommands.discard(draftId),
    'drafts.recover': ({ draftId }) => draftCommands.recover(draftId),
  };
}
