import { Suspense, useState } from 'react';
import type { ParcelDetail } from '#shared/contract/parcels.ts';
import type { EventView } from '#shared/model/event.ts';
import { isNode, NODE_FACTS } from '#shared/model/node.ts';
import type { Outlook } from '#shared/model/route.ts';
import { useAction } from '../../app/actions.ts';
import { goTo } from '../../app/routes.ts';
import { useQuery } from '../../app/useQuery.ts';
import { carrierWord, kindName, nodeName, sourceWord, stageName } from '../../app/names.ts';
import { useWords, type Words } from '../../app/text.tsx';
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
import { LazyRouteMap } from '../map/index.tsx';
import { whyLine } from '../queue/words.ts';
import { ArrivalCard } from './ArrivalCard.tsx';
import { CarrierDialog } from './CarrierDialog.tsx';
import { langOf } from './EventLine.tsx';
import { LegTracks } from './LegTracks.tsx';
import { RawScans } from './RawScans.tsx';
import own from './parcels.module.css';
import { buyerWords, stripStages, timelineGroups } from './timeline.ts';

/** A parcel: where it stands, its way by stage, its raw scans one key away, its cases and messages. */
export function ParcelDetailView({ parcelId }: { parcelId: number }) {
  const words = useWords();
  const { t, fmt, faultText } = words;
  const toast = useToast();
  const { value, fault } = useQuery('parcels.detail', { parcelId: parcelId }, ['parcels', 'queue', 'drafts']);
  const outlook = useQuery('parcels.outlook', { parcelId }, ['parcels']).value;
  const route = useQuery('parcels.route', { parcelId }, ['parcels']).value;
  const [raw, setRaw] = useState(false);
  const [why, setWhy] = useState(false);
  const [whose, setWhose] = useState(false);
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
      <Wording event={event} detail={value} />
      <div className={css['hint']}>
        {sourceWord(event.source, words)} · {fmt.when(event.source.receivedAt)}
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
              row.since === null ? '' : fmt.when(row.since),
            ]
              .filter(Boolean)
              .join(' · ')}
          />
        </p>
      </header>
      <StageStrip label={t('parcel.stages')} stages={stripStages(value, words)} />
      <ArrivalCard arrival={value.arrival} why={why} />
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
                    <strong>{kindName(item, words)}</strong>
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
        <LegTracks detail={value} />
        {value.moreEvents && <p className={css['hint']}>{t('parcel.moreEvents')}</p>}
        {raw ? (
          <RawScans events={value.events} />
        ) : (
          <Timeline label={t('parcel.timeline')} groups={timelineGroups(value, words, describe, outlook)} />
        )}
        {!raw && outlook !== null && outlook.stages.length > 0 && (
          <p className={`${css['hint']} ${own['basis']}`}>{basisOf(outlook, words)}</p>
        )}
      </Panel>
      {route && (
        <Suspense fallback={<Skeleton lines={6} />}>
          <LazyRouteMap
            route={route}
            events={value.events}
            ended={row.terminal}
            trouble={isNode(journey.node) && NODE_FACTS[journey.node].exception}
          />
        </Suspense>
      )}
      <DefinitionList
        items={[
          {
            term: t('parcel.carrier'),
            value: (
              <span className={css['inLine']}>
                {carrierWord(row.carrier, words)}
                <Button size="s" variant="quiet" onClick={() => setWhose(true)}>
                  {t('carrier.change')}
                </Button>
              </span>
            ),
          },
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
      {whose && <CarrierDialog row={row} onClose={() => setWhose(false)} />}
    </article>
  );
}

/** The carrier's own words, and beside them how we would say it to the buyer. */
function Wording({ event, detail }: { event: EventView; detail: ParcelDetail }) {
  const { t } = useWords();
  const buyer = buyerWords(event, detail);
  return (
    <div className={own['wording']}>
      {event.text !== '' && <span lang={langOf(event)}>{event.text}</span>}
      {buyer && (
        <span className={own['buyer']} title={t('buyer.words')}>
          <span className={own['langTag']}>{buyer.lang}</span>
          <span lang={buyer.lang}>{buyer.text}</span>
        </span>
      )}
    </div>
  );
}

/** From which parcels "usual" comes. */
function basisOf({ lane }: Outlook, words: Words): string {
  const { t } = words;
  const market = lane.market === null ? null : t(`market.${lane.market}`);
  if (market === null) return t('usual.basis', { lane: t('usual.lane.all') });
  const name =
    lane.carrier === null
      ? t('usual.lane.market', { market })
      : t('usual.lane.carrier', { market, carrier: carrierWord(lane.carrier, words) });
  return t('usual.basis', { lane: name });
}
