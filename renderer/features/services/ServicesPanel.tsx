import { useState } from 'react';
import type { CarrierSourceView } from '#shared/contract/carriers.ts';
import type { SourceHealth } from '#shared/contract/health.ts';
import type { CarrierSourceId } from '#shared/model/carrierSource.ts';
import { useQuery } from '../../app/useQuery.ts';
import { useWords } from '../../app/text.tsx';
import { Button, type Column, DataTable, EmptyState, Panel, Tag } from '../../ui/index.ts';
import css from '../features.module.css';
import own from './services.module.css';
import { CredentialsDialog } from './CredentialsDialog.tsx';
import { DriftPanel } from './DriftPanel.tsx';
import { LabDialog } from './LabDialog.tsx';
import { PushPanel } from './PushPanel.tsx';
import { SchedulePanel } from './SchedulePanel.tsx';
import { ServiceMenu } from './ServiceMenu.tsx';
import { Strip } from './Strip.tsx';

interface Row {
  readonly health: SourceHealth;
  /** Null for Shopee, whose apps and shops have their own panels. */
  readonly service: CarrierSourceView | null;
}

/** Tracking services: one row for each that is set up and for Shopee, pushes, changed answers, and the lab. */
export function ServicesPanel() {
  const words = useWords();
  const { t } = words;
  const services = useQuery('carriers.list', {}, ['sources']).value?.sources;
  const health = useQuery('health.sources', {}, ['sources', 'shops']).value?.sources;
  const [editing, setEditing] = useState<CarrierSourceId | 'choose' | null>(null);
  const [lab, setLab] = useState(false);
  if (!services || !health) return null;
  // What a forgotten service did once is no row of today.
  const rows = health
    .map((each): Row => ({
      health: each,
      service: services.find(({ source }) => source === each.source) ?? null,
    }))
    .filter(({ service }) => service === null || service.credentials !== null);
  const add = (variant: 'plain' | 'primary') => (
    <Button variant={variant} onClick={() => setEditing('choose')}>
      {t('services.add')}
    </Button>
  );
  return (
    <>
      <Panel
        title={t('services.title')}
        actions={
          rows.length > 0 && (
            <span className={css['actions']}>
              {add('plain')}
              <Button onClick={() => setLab(true)}>{t('lab.open')}</Button>
            </span>
          )
        }
      >
        {rows.length === 0 ? (
          <EmptyState
            kind="no-data"
            title={t('services.empty.title')}
            text={t('services.empty.text')}
            action={add('plain')}
          />
        ) : (
          <DataTable
            caption={t('services.title')}
            hideCaption
            rows={rows}
            rowKey={({ health: { source } }) => source}
            columns={[...columnsOf(words), menuColumn(words, setEditing)]}
          />
        )}
      </Panel>
      <SchedulePanel />
      {rows.length > 0 && <PushPanel />}
      {rows.length > 0 && <DriftPanel />}
      {editing !== null && (
        <CredentialsDialog services={services} first={editing} onClose={() => setEditing(null)} />
      )}
      {lab && <LabDialog services={services} onClose={() => setLab(false)} />}
    </>
  );
}

type Words = ReturnType<typeof useWords>;

function menuColumn({ t }: Words, edit: (source: CarrierSourceId) => void): Column<Row> {
  return {
    id: 'actions',
    header: t('services.actions'),
    align: 'end',
    cell: ({ service }) =>
      service === null ? '—' : <ServiceMenu service={service} onEdit={() => edit(service.source)} />,
  };
}

function columnsOf({ t, fmt }: Words): Column<Row>[] {
  const ms = (n: number): string => t('services.ms', { n: fmt.number(n) });
  const percent = (share: number | null): string => (share === null ? '—' : fmt.percent(share));
  return [
    {
      id: 'source',
      header: t('services.source'),
      cell: ({ health, service }) => (
        <span className={own['source']}>
          <strong className={own['name']}>{service?.name ?? t('services.shopee')}</strong>
          <StateTags health={health} service={service} />
        </span>
      ),
    },
    { id: 'strip', header: t('services.strip'), cell: ({ health }) => <Strip strip={health.strip} /> },
    { id: 'share', header: t('services.share'), align: 'end', cell: ({ health }) => percent(health.share) },
    {
      id: 'lag',
      header: t('services.lag'),
      align: 'end',
      tight: true,
      cell: ({ health: { lag } }) => (lag ? `${fmt.span(lag.p50)} / ${fmt.span(lag.p90)}` : '—'),
    },
    {
      id: 'latency',
      header: t('services.latency'),
      align: 'end',
      tight: true,
      cell: ({ health: { latency } }) => (latency ? `${ms(latency.p50)} / ${ms(latency.p90)}` : '—'),
    },
    {
      id: 'silence',
      header: t('services.silence'),
      align: 'end',
      tight: true,
      cell: ({ health: { silence } }) =>
        silence.longest === null
          ? '—'
          : `${fmt.span(silence.longest)} (${silence.usual === null ? '—' : fmt.span(silence.usual)})`,
    },
    {
      id: 'disorder',
      header: t('services.disorder'),
      align: 'end',
      cell: ({ health: { disorder } }) => percent(disorder.share),
    },
    {
      id: 'gaps',
      header: t('services.gaps'),
      align: 'end',
      cell: ({ health: { gaps } }) =>
        gaps.count === 0 ? '0' : t('services.gapsText', { n: gaps.count, span: fmt.span(gaps.longest) }),
    },
  ];
}

function StateTags({ health, service }: Row) {
  const { t, fmt } = useWords();
  const trouble = service?.fault ?? null;
  return (
    <span className={css['actions']}>
      {service && !service.enabled ? (
        <Tag>{t('services.off')}</Tag>
      ) : (
        <Tag tone={health.state === 'good' ? 'good' : health.state === 'idle' ? 'neutral' : 'high'}>
          {t(`services.state.${health.state}`)}
        </Tag>
      )}
      {service && service.verifiedAt === null && <Tag tone="medium">{t('carrierSource.unverified')}</Tag>}
      {trouble && <Tag tone="critical">{t(`services.fault.${trouble.kind}`)}</Tag>}
      {service !== null && service.restUntil !== null && (
        <Tag>{t('services.resting', { time: fmt.clock(service.restUntil) })}</Tag>
      )}
      {health.drift.notes > 0 && (
        <Tag tone="medium">
          {t('common.labelled', { label: t('services.drift'), value: fmt.number(health.drift.notes) })}
        </Tag>
      )}
    </span>
  );
}
