import { useState } from 'react';
import type { CallOutput } from '#shared/contract/index.ts';
import { CARRIER_SOURCE_FACTS } from '#shared/model/carrierSource.ts';
import { useWords } from '../../app/text.tsx';
import { useQuery } from '../../app/useQuery.ts';
import { call } from '../../bridge/client.ts';
import { Button, DataTable, Panel, Tag, TextField } from '../../ui/index.ts';
import own from './services.module.css';
import { FormDialog, type Saved } from '../FormDialog.tsx';

type Schedule = CallOutput<'carriers.schedule'>['sources'][number];

/** When each service that is on is asked next, for how many numbers, and what the month will have cost at its end. */
export function SchedulePanel() {
  const { t, fmt } = useWords();
  const { value, reload } = useQuery('carriers.schedule', {}, ['sources', 'parcels']);
  const [changing, setChanging] = useState<Schedule | null>(null);
  if (!value || value.sources.length === 0) return null;
  return (
    <Panel title={t('schedule.title')}>
      <DataTable
        caption={t('schedule.title')}
        hideCaption
        rows={value.sources}
        rowKey={({ source }) => source}
        columns={[
          {
            id: 'source',
            header: t('services.source'),
            cell: ({ source }) => <strong>{CARRIER_SOURCE_FACTS[source].name}</strong>,
          },
          {
            id: 'following',
            header: t('schedule.following'),
            cell: ({ following, unpaid, lacking, month }) => (
              <span className={own['followed']}>
                {fmt.number(following)}
                {month && unpaid > 0 && (
                  <Tag tone="medium">
                    {t('schedule.unpaid', { n: fmt.number(unpaid), date: fmt.day(month.ends, 'UTC') })}
                  </Tag>
                )}
                {lacking && (
                  <Tag tone="high">
                    {t('schedule.lacking', { n: fmt.number(lacking.n), time: fmt.when(lacking.until) })}
                  </Tag>
                )}
              </span>
            ),
          },
          {
            id: 'next',
            header: t('schedule.next'),
            cell: ({ nextDueAt }) =>
              nextDueAt === null ? '—' : <time title={fmt.full(nextDueAt)}>{fmt.when(nextDueAt)}</time>,
          },
          {
            id: 'today',
            header: t('schedule.today'),
            align: 'end',
            cell: ({ askedToday }) => fmt.number(askedToday),
          },
          {
            id: 'month',
            header: t('schedule.month'),
            align: 'end',
            cell: ({ month }) =>
              month === null
                ? t('schedule.free')
                : t('schedule.used', { used: fmt.number(month.used), allowed: fmt.number(month.allowed) }),
          },
          {
            id: 'end',
            header: t('schedule.end'),
            align: 'end',
            cell: ({ month }) =>
              month === null ? (
                '—'
              ) : month.projected > month.allowed ? (
                <Tag tone="medium">{fmt.number(month.projected)}</Tag>
              ) : (
                fmt.number(month.projected)
              ),
          },
          {
            id: 'change',
            header: t('services.actions'),
            align: 'end',
            cell: (row) =>
              row.month === null ? (
                '—'
              ) : (
                <Button onClick={() => setChanging(row)}>{t('schedule.change')}</Button>
              ),
          },
        ]}
      />
      {changing && (
        <AllowanceDialog
          schedule={changing}
          onClose={() => {
            setChanging(null);
            reload();
          }}
        />
      )}
    </Panel>
  );
}

function AllowanceDialog({ schedule, onClose }: { schedule: Schedule; onClose: () => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState(String(schedule.month?.allowed ?? 0));
  const save = async (): Promise<Saved> => {
    const answer = await call('carriers.setMonthly', { source: schedule.source, allowed: Number(typed) });
    return answer.ok ? null : answer.error;
  };
  return (
    <FormDialog
      title={t('schedule.changeOf', { name: CARRIER_SOURCE_FACTS[schedule.source].name })}
      save={save}
      onClose={onClose}
    >
      <TextField
        label={t('schedule.allowance')}
        hint={t('schedule.allowanceHint')}
        type="number"
        min={0}
        max={1_000_000}
        step={1}
        required
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </FormDialog>
  );
}
