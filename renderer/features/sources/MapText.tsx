import { useState } from 'react';
import type { UnknownScan } from '#shared/contract/sources.ts';
import { type EventNode, NODES, type Reason, REASONS } from '#shared/model/node.ts';
import { carrierWord } from '../../app/names.ts';
import { useWords } from '../../app/text.tsx';
import { call } from '../../bridge/client.ts';
import { useQuery } from '../../app/useQuery.ts';
import { Banner, Button, Dialog, Select, useToast } from '../../ui/index.ts';
import type { EventId } from '#shared/model/ids.ts';
import type { Fault } from '#shared/result.ts';
import css from '../features.module.css';
import { WordsAround } from './WordsAround.tsx';

type Target = Exclude<EventNode, 'UNKNOWN'>;
const TARGETS: readonly Target[] = [...NODES, 'NOTE'];

/** Words to be told the meaning of: as they stand in the list of unknown ones, or those of a scan that is stored. */
export type MapTextRow = Omit<UnknownScan, 'seen'> & {
  /** Of a stored scan, whose words may be shown without the names of persons. */
  readonly eventId?: EventId;
};

/** Says what a text means, once and for every scan that says the same. */
export function MapText({ row, onClose }: { row: MapTextRow; onClose: () => void }) {
  const words = useWords();
  const { t, faultText } = words;
  const toast = useToast();
  // A choice made for a person who has not read the text would be saved by many.
  const [node, setNode] = useState<Target | ''>('');
  const [reason, setReason] = useState<Reason | ''>('');
  const [fault, setFault] = useState<Fault | null>(null);
  const said = row.text === '' ? (row.status ?? '') : row.text;
  const { eventId } = row;
  const rule = { carrier: row.carrier, code: row.code, text: said };
  const around = useQuery('sources.around', eventId === undefined ? rule : { eventId }, ['sources']).value;

  const save = async (): Promise<void> => {
    if (node === '') return;
    const meaning = { node, reason: reason === '' ? null : reason };
    const answer = await (eventId === undefined
      ? call('sources.mapText', { ...rule, ...meaning })
      : call('sources.mapScan', { eventId, ...meaning }));
    if (!answer.ok) {
      setFault(answer.error);
      return;
    }
    const { ruleId, parcels } = answer.value;
    toast.show({
      text: t('sources.mapped', { n: parcels }),
      action: { label: t('common.undo'), run: () => void call('sources.unmapText', { ruleId }) },
    });
    onClose();
  };

  return (
    <Dialog
      open
      size="m"
      title={t('sources.mapTitle')}
      closeLabel={t('common.close')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button variant="primary" disabled={node === ''} onClick={() => void save()}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <div className={css['stack']}>
        {fault && <Banner tone="critical" title={faultText(fault)} />}
        <p className={css['hint']}>
          {[carrierWord(row.carrier, words), row.code].filter(Boolean).join(' · ')}
        </p>
        <p className={css['written']} lang={row.lang ?? undefined}>
          {said}
        </p>
        {around && (
          <WordsAround
            around={around}
            onTake={(like) => {
              if (like.node !== 'UNKNOWN') setNode(like.node);
              setReason(like.reason ?? '');
            }}
          />
        )}
        <Select
          label={t('sources.mapNode')}
          value={node}
          options={[
            { value: '' as const, label: t('sources.mapChoose') },
            ...TARGETS.map((value) => ({ value, label: t(`node.${value}`) })),
          ]}
          onChange={setNode}
        />
        <Select
          label={t('sources.mapReason')}
          value={reason}
          options={[
            { value: '' as const, label: t('common.none') },
            ...REASONS.map((value) => ({ value, label: t(`reason.${value}`) })),
          ]}
          onChange={setReason}
        />
        <p className={css['hint']}>{t('sources.mapHint')}</p>
      </div>
    </Dialog>
  );
}
