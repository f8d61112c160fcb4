import { useCallback } from 'react';
import type { UiKey } from '#shared/text/ui/index.ts';
import { goTo } from '../../app/routes.ts';
import { useWords } from '../../app/text.tsx';
import { call } from '../../bridge/client.ts';
import { useAnnounce, useToast } from '../../ui/index.ts';
import { act, undo, type Verb } from './store.ts';

const DONE: Readonly<Record<Verb['do'], UiKey>> = {
  accept: 'done.accepted',
  snooze: 'done.snoozed',
  dismiss: 'done.dismissed',
  reopen: 'done.reopened',
};

/** The verbs of the queue with their toasts: what was done, how much of it, and Undo. */
export function useQueueActions(): {
  run: (verb: Verb, caseIds: readonly number[]) => Promise<void>;
  undoLast: () => Promise<void>;
  draft: (caseId: number) => Promise<void>;
} {
  const words = useWords();
  const { t, fmt, faultText, lang } = words;
  const toast = useToast();
  const announce = useAnnounce();

  const undoOne = useCallback(
    async (actionId?: number | null) => {
      const answer = await undo(actionId ?? undefined);
      if (answer.ok) {
        toast.clear();
        announce(t('common.undone'));
      } else toast.show({ text: faultText(answer.error), tone: 'trouble' });
    },
    [announce, faultText, t, toast],
  );

  const run = useCallback(
    async (verb: Verb, caseIds: readonly number[]) => {
      if (caseIds.length === 0) return;
      const answer = await act(verb, caseIds);
      if (!answer.ok) {
        toast.show({ text: faultText(answer.error), tone: 'trouble' });
        return;
      }
      const { changed, unchanged, actionId } = answer.value;
      const when = verb.do === 'snooze' ? fmt.when(verb.until) : '';
      const rest = unchanged.length > 0 ? ` ${t('done.unchanged', { n: unchanged.length })}` : '';
      toast.show({
        text: `${t(DONE[verb.do], { n: changed, when })}${rest}`,
        ...(actionId === null
          ? {}
          : { action: { label: t('common.undo'), shortcut: 'z', run: () => void undoOne(actionId) } }),
      });
    },
    [faultText, fmt, t, toast, undoOne],
  );

  const draft = useCallback(
    async (caseId: number) => {
      const answer = await call('drafts.create', {
        caseId: caseId,
        lang: lang === 'zh-CN' ? 'zh-Hant' : 'en',
      });
      if (answer.ok) goTo('drafts', answer.value.id);
      else toast.show({ text: faultText(answer.error), tone: 'trouble' });
    },
    [faultText, lang, toast],
  );

  return { run, undoLast: () => undoOne(), draft };
}
