import { useState } from 'react';
import type { UnknownScan } from '#shared/contract/sources.ts';
import { type EventNode, NODES, type Reason, REASONS } from '#shared/model/node.ts';
import { carrierWord } from '../../app/names.ts';
import { useWords } from '../../app/text.tsx';
import { call } from '../../bridge/client.ts';
import { Banner, Button, Dialog, Select, useToast } from '../../ui/index.ts';
import type { Fault } from '#shared/result.ts';
import css from '../features.module.css';

type Target = Exclude<EventNode, 'UNKNOWN'>;
const TARGETS: readonly Target[] = [...NODES, 'NOTE'];

/** Says what an unknown text means, once and for every scan that says the same. */
export function MapText({ row, onClose }: { row: UnknownScan; onClose: () => void }) {
  const words = useWords();
  const { t, faultText } = words;
  const toast = useToast();
  const [node, setNode] = useState<Target>('IN_TRANSIT');
  const [reason, setReason] = useState<Reason | ''>('');
  const [fault, setFault] = useState<Fault | null>(null);
  const said = row.text === '' ? (row.status ?? '') : row.text;

  const save = async (): Promise<void> => {
    const answer = await call('sources.mapText', {
      carrier: row.carrier,
      code: row.code,
      text: said,
      node,
      reason: reason === '' ? null : reason,
    });
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
          <Button variant="primary" onClick={() => void save()}>
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
        <Select
          label={t('sources.mapNode')}
          value={node}
          options={TARGETS.map((value) => ({ value, label: t(`node.${value}`) }))}
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
