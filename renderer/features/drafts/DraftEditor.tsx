import { useEffect, useRef, useState } from 'react';
import type { CallResult } from '#shared/contract/index.ts';
import { BUYER_LANGS, type BuyerLang, type Draft, DRAFT_TEXT_MAX } from '#shared/model/draft.ts';
import { useAction } from '../../app/actions.ts';
import { copyText } from '../../app/clipboard.ts';
import { goTo } from '../../app/routes.ts';
import { useQuery } from '../../app/useQuery.ts';
import { useWords } from '../../app/text.tsx';
import { call } from '../../bridge/client.ts';
import { Banner, Button, Segmented, Skeleton, Tag, TextArea, useToast } from '../../ui/index.ts';
import css from '../features.module.css';

/** A pause in typing this long saves. */
const SAVE_AFTER_MS = 600;

/** One message: its words, where they come from, and what can be done. Nothing here sends. */
export function DraftEditor({ draftId }: { draftId: number }) {
  const { t, fmt, faultText } = useWords();
  const toast = useToast();
  const { value, fault } = useQuery('drafts.get', { draftId: draftId }, ['drafts', 'queue']);
  const [typed, setTyped] = useState<string | null>(null);
  const [saved, setSaved] = useState(true);
  const pending = useRef<{ timer: ReturnType<typeof setTimeout>; text: string } | null>(null);
  const id = draftId as never;

  const tell = (answer: CallResult<'drafts.edit'>): answer is { ok: true; value: Draft } => {
    if (!answer.ok) toast.show({ text: faultText(answer.error), tone: 'trouble' });
    return answer.ok;
  };
  const save = async (text: string): Promise<void> => {
    pending.current = null;
    if (text.trim() === '') return;
    if (tell(await call('drafts.edit', { draftId: id, text }))) setSaved(true);
  };
  const flush = async (): Promise<void> => {
    const waiting = pending.current;
    if (!waiting) return;
    clearTimeout(waiting.timer);
    await save(waiting.text);
  };
  const type = (text: string): void => {
    setTyped(text);
    setSaved(false);
    if (pending.current) clearTimeout(pending.current.timer);
    pending.current = { text, timer: setTimeout(() => void save(text), SAVE_AFTER_MS) };
  };
  const latest = useRef(flush);
  latest.current = flush;
  // What was typed is not lost when the person goes elsewhere within the pause.
  useEffect(() => () => void latest.current(), []);

  const text = typed ?? value?.text ?? '';
  const copy = async (): Promise<void> => {
    await flush();
    if (!(await copyText(text))) {
      toast.show({ text: faultText({ code: 'not-available' }), tone: 'trouble' });
      return;
    }
    if (tell(await call('drafts.copied', { draftId: id }))) toast.show({ text: t('draft.copied') });
  };
  const discard = async (): Promise<void> => {
    await flush();
    if (!tell(await call('drafts.discard', { draftId: id }))) return;
    toast.show({
      text: t('draft.discarded'),
      action: { label: t('common.undo'), run: () => void call('drafts.recover', { draftId: id }) },
    });
  };
  const restore = async (): Promise<void> => {
    if (pending.current) clearTimeout(pending.current.timer);
    pending.current = null;
    if (tell(await call('drafts.restore', { draftId: id }))) {
      setTyped(null);
      setSaved(true);
    }
  };
  const switchLang = async (lang: BuyerLang): Promise<void> => {
    if (!value) return;
    await flush();
    const answer = await call('drafts.create', { caseId: value.caseId, lang });
    if (tell(answer)) goTo('drafts', answer.value.id);
  };
  useAction('copy', () => void copy(), value !== null);

  if (fault) return <Banner tone="high" title={faultText(fault)} />;
  if (!value) return <Skeleton lines={8} />;
  const discarded = value.state === 'discarded';
  return (
    <article className={css['detail']}>
      <header className={css['detailHead']}>
        <div className={css['detailTitle']}>
          <h1 className="num">{value.number}</h1>
          <Tag tone="accent">{t(`draft.state.${value.state}`)}</Tag>
          <Tag>{t(`draft.origin.${value.origin}`)}</Tag>
        </div>
        <p className={css['lead']}>
          {value.template} · {fmt.when(value.updatedAt)} ·{' '}
          <button type="button" className={css['link']} onClick={() => goTo('queue', value.caseId)}>
            {t('draft.openCase')}
          </button>
        </p>
      </header>
      {!value.relevant && (
        <Banner tone="medium" title={t('draft.stale')}>
          {t('draft.staleText')}
        </Banner>
      )}
      <Segmented
        label={t('draft.lang')}
        value={value.lang}
        options={BUYER_LANGS.map((lang) => ({ value: lang, label: t(`draft.lang.${lang}`) }))}
        onChange={(lang) => void switchLang(lang)}
      />
      <TextArea
        label={t('draft.text')}
        lang={value.lang}
        value={text}
        rows={12}
        maxLength={DRAFT_TEXT_MAX}
        readOnly={discarded}
        hint={`${t('draft.length', { n: text.length, max: DRAFT_TEXT_MAX })} · ${saved ? t('draft.saved') : t('draft.saving')}`}
        onChange={(event) => type(event.target.value)}
      />
      <div className={css['actions']}>
        {discarded ? (
          <Button variant="primary" icon="undo" onClick={() => void call('drafts.recover', { draftId: id })}>
            {t('draft.recover')}
          </Button>
        ) : (
          <>
            <Button variant="primary" icon="copy" shortcut="c" onClick={() => void copy()}>
              {t('draft.copy')}
            </Button>
            <Button
              icon="undo"
              disabled={value.origin === 'auto-drafted' && typed === null}
              onClick={() => void restore()}
            >
              {t('draft.restore')}
            </Button>
            <Button icon="dismiss" onClick={() => void discard()}>
              {t('draft.discard')}
            </Button>
          </>
        )}
      </div>
    </article>
  );
}
