import { useState } from 'react';
import type { EventView } from '#shared/model/event.ts';
import { useAction } from '../../app/actions.ts';
import { goTo } from '../../app/routes.ts';
import { useQuery } from '../../app/useQuery.ts';
import { carrierWord, nodeName, stageName } from '../../app/names.ts';
import { useWords } from '../../app/text.tsx';
import {
  Banner,
  Button,
  DefinitionList,
  IconButton,
  Panel,
  SeverityMark,
  Skeleton,
  StageStrip,
  StageTag,
  Tag,
  Timeline,
} from '../../ui/index.ts';
import { copyText } from '../../app/clipboard.ts';
import { useToast } from '../../ui/index.ts';
import css from '../features.module.css';
import { whyLine } from '../queue/words.ts';
import { langOf } from './EventLine.tsx';
import { RawScans } from './RawScans.tsx';
import { stripStages, timelineGroups } from './timeline.ts';

/** A parcel: where it stands, its way by stage, its raw scans one key away, its cases and messages. */
export function ParcelDetailView({ parcelId }: { parcelId: number }) {
  const words = useWords();
  const { t, fmt, faultText } = words;
  const toast = useToast();
  const { value, fault } = useQuery('parcels.detail', { parcelId: parcelId }, ['parcels', 'queue', 'drafts']);
  const [raw, setRaw] = useState(false);
  const [why, setWhy] = useState(false);
  useAction('raw', () => setRaw((now) => !now));
  useAction('why', () => setWhy((now) => !now));
  const copyNumber = async (): Promise<void> => {
    if (value && (await copyText(value.row.number))) toast.show({ text: t('parcel.copied') });
  };
  useAction('copy', () => void copyNumber(), value !== null);
  if (fault) return <Banner tone="high" title={faultText(fault)} />;
  if (!value) return <Skeleton lines={10} />;
  const { row, journey } = value;

  const describe = (event: EventView) => (
    <>
      {event.text !== '' && <div lang={langOf(event)}>{event.text}</div>}
      <div className={css['hint']}>
        {t('parcel.source', { file: event.source.name, line: event.source.line ?? 0 })} ·{' '}
        {fmt.when(event.source.receivedAt)}
      </div>
      {why && (
        <div className={css['hint']}>
          {t('parcel.why', {
            means: t(`means.${event.meaning.means}`),
            confidence: t(`confidence.${event.meaning.confidence}`),
          })}
          {event.code !== null && ` · ${t('parcel.code')} ${event.code}`}
          {event.zoneReason !== 'none' && ` · ${event.zone ?? ''} ${t(`zoneReason.${event.zoneReason}`)}`}
        </div>
      )}
    </>
  );
  return (
    <article className={css['detail']}>
      <header className={css['detailHead']}>
        <div className={css['detailTitle']}>
          <h1 className="num">{row.number}</h1>
          <IconButton
            icon="copy"
            label={t('parcel.copyNumber')}
            shortcut="c"
            onClick={() => void copyNumber()}
          />
          {row.market && <Tag>{t(`market.${row.market}`)}</Tag>}
        </div>
        <p className={css['lead']}>
          <StageTag
            stage={row.stage}
            direction={row.direction}
            label={[
              stageName(row.stage, row.node, words),
              nodeName(row.node, row.reason, words),
              fmt.when(row.since),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        </p>
      </header>
      <StageStrip label={t('parcel.stages')} stages={stripStages(value, words)} />
      {journey.notes.length > 0 && (
        <ul className={css['lines']}>
          {journey.notes.map((note) => (
            <li key={note} className={css['hint']}>
              {t(`note.${note}`)}
            </li>
          ))}
        </ul>
      )}
      {value.cases.length > 0 && (
        <Panel title={t('parcel.cases')}>
          <ul className={css['kinds']}>
            {value.cases.map((item) => (
              <li key={item.id}>
                <button type="button" className={css['kind']} onClick={() => goTo('queue', item.id)}>
                  <span className={css['detailTitle']}>
                    <SeverityMark
                      severity={item.severity}
                      label={t(`severity.${item.severity as 1 | 2 | 3 | 4}`)}
                    />
                    <strong>{t(`kind.${item.kind}`)}</strong>
                    <span className={css['hint']}>{whyLine(item, words)}</span>
                  </span>
                  <Tag tone={item.state === 'cleared' ? 'good' : 'neutral'}>
                    {t(`case.state.${item.state}`)}
                  </Tag>
                </button>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel
        title={t('parcel.timeline')}
        actions={
          <span className={css['actions']}>
            <Button
              size="s"
              variant="quiet"
              icon="info"
              shortcut="i"
              aria-pressed={why}
              onClick={() => setWhy(!why)}
            >
              {t('action.why')}
            </Button>
            <Button
              size="s"
              variant="quiet"
              icon="queue"
              shortcut="v"
              aria-pressed={raw}
              onClick={() => setRaw(!raw)}
            >
              {t('action.raw')}
            </Button>
          </span>
        }
      >
        {value.moreEvents && <p className={css['hint']}>{t('parcel.moreEvents')}</p>}
        {raw ? (
          <RawScans events={value.events} />
        ) : (
          <Timeline label={t('parcel.timeline')} groups={timelineGroups(value, words, describe)} />
        )}
      </Panel>
      <DefinitionList
        items={[
          { term: t('parcel.carrier'), value: carrierWord(row.carrier, words) },
          { term: t('parcel.order'), value: row.orderNo ?? t('common.unknown') },
          ...(value.orderedAt === null
            ? []
            : [
                {
                  term: t('parcel.ordered'),
                  value: <time title={fmt.full(value.orderedAt)}>{fmt.when(value.orderedAt)}</time>,
                },
              ]),
          {
            term: t('parcel.last'),
            value: <time title={fmt.full(row.lastScanAt)}>{fmt.when(row.lastScanAt)}</time>,
          },
          {
            term: t('parcel.legs'),
            value: (
              <ul>
                {value.legs.map((leg) => (
                  <li key={leg.id} className="num">
                    {t('parcel.leg', {
                      number: leg.number,
                      carrier: carrierWord(leg.carrier, words),
                      n: leg.events,
                    })}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
      {value.drafts.length > 0 && (
        <Panel title={t('case.drafts')}>
          <ul className={css['kinds']}>
            {value.drafts.map((draft) => (
              <li key={draft.id}>
                <button type="button" className={css['kind']} onClick={() => goTo('drafts', draft.id)}>
                  <span>{t(`draft.lang.${draft.lang}`)}</span>
                  <span className={css['hint']}>
                    {t(`draft.state.${draft.state}`)} · {fmt.when(draft.updatedAt)}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </article>
  );
}
