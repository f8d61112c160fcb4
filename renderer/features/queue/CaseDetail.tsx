import { useAction } from '../../app/actions.ts';
import { goTo } from '../../app/routes.ts';
import { useQuery } from '../../app/useQuery.ts';
import { carrierWord, kindName, nodeName, stageName } from '../../app/names.ts';
import { useWords } from '../../app/text.tsx';
import {
  Banner,
  Button,
  DefinitionList,
  IconButton,
  Menu,
  Panel,
  SeverityMark,
  Skeleton,
  StageTag,
  Tag,
} from '../../ui/index.ts';
import css from '../features.module.css';
import { EventLine } from '../parcels/EventLine.tsx';
import { MissPanel } from './MissPanel.tsx';
import { useQueueActions } from './useQueueActions.ts';
import { whyLine } from './words.ts';

/** A case with its evidence, what happened to it, and what can be done. */
export function CaseDetail({
  caseId,
  onAsk,
}: {
  caseId: number;
  onAsk: (verb: 'snooze' | 'dismiss') => void;
}) {
  const words = useWords();
  const { t, fmt, faultText } = words;
  const { value, fault } = useQuery('queue.case', { caseId: caseId }, ['queue', 'drafts']);
  const { run, draft } = useQueueActions();
  useAction('parcel', () => value && goTo('parcels', value.row.parcelId), value !== null);
  if (fault) return <Banner tone="high" title={faultText(fault)} />;
  if (!value) return <Skeleton lines={8} />;
  const { row } = value;
  const active = row.state === 'open' || row.state === 'accepted' || row.state === 'snoozed';
  return (
    <article className={css['detail']}>
      <header className={css['detailHead']}>
        <div className={css['detailTitle']}>
          <SeverityMark severity={row.severity} label={t(`severity.${row.severity as 1 | 2 | 3 | 4}`)} />
          <h1>{kindName(row, words)}</h1>
          <Tag tone={row.state === 'cleared' ? 'good' : row.state === 'open' ? 'accent' : 'neutral'}>
            {t(`case.state.${row.state}`)}
          </Tag>
        </div>
        <p className={css['lead']}>{whyLine(row, words)}</p>
        <div className={css['actions']}>
          {active && row.state !== 'accepted' && (
            <Button
              variant="primary"
              icon="check"
              shortcut="t"
              onClick={() => void run({ do: 'accept' }, [row.id])}
            >
              {t('action.take')}
            </Button>
          )}
          {active && (
            <Button icon="drafts" shortcut="r" onClick={() => void draft(row.id)}>
              {t('action.draft')}
            </Button>
          )}
          {active && (
            <Button icon="snooze" shortcut="h" onClick={() => onAsk('snooze')}>
              {t('action.snooze')}
            </Button>
          )}
          {!active && row.state === 'dismissed' && (
            <Button icon="undo" shortcut="o" onClick={() => void run({ do: 'reopen' }, [row.id])}>
              {t('action.reopen')}
            </Button>
          )}
          <Menu
            label={t('common.more')}
            trigger={<IconButton icon="more" label={t('common.more')} />}
            items={[
              {
                id: 'parcel',
                label: t('action.parcel'),
                icon: 'parcels',
                shortcut: 'p',
                onSelect: () => goTo('parcels', row.parcelId),
              },
              {
                id: 'dismiss',
                label: t('action.dismiss'),
                icon: 'dismiss',
                shortcut: '#',
                disabled: !active,
                onSelect: () => onAsk('dismiss'),
              },
              {
                id: 'reopen',
                label: t('action.reopen'),
                icon: 'undo',
                shortcut: 'o',
                disabled: row.state === 'open' || row.state === 'cleared',
                onSelect: () => void run({ do: 'reopen' }, [row.id]),
              },
            ]}
          />
        </div>
      </header>
      <DefinitionList
        items={[
          {
            term: t('field.number'),
            value: (
              <button type="button" className={css['link']} onClick={() => goTo('parcels', row.parcelId)}>
                {row.number}
              </button>
            ),
          },
          { term: t('parcel.carrier'), value: carrierWord(row.carrier, words) },
          { term: t('parcel.market'), value: row.market ? t(`market.${row.market}`) : t('common.unknown') },
          {
            term: t('parcels.stage'),
            value: (
              <StageTag
                direction={row.kind === 'return-started' ? 'return' : 'forward'}
                stage={row.stage}
                label={`${stageName(row.stage, row.node, words)} · ${nodeName(row.node, row.reason, words)}`}
              />
            ),
          },
          ...(row.dueAt === null || row.dueFor === null
            ? []
            : [
                {
                  term: t('due.term'),
                  value: (
                    <time title={fmt.full(row.dueAt)}>
                      {t(`due.${row.dueFor}`, { when: fmt.when(row.dueAt) })}
                    </time>
                  ),
                },
              ]),
          ...(row.since === null
            ? []
            : [
                {
                  term: t('case.sinceTerm'),
                  value: <time title={fmt.full(row.since)}>{fmt.when(row.since)}</time>,
                },
              ]),
          {
            term: t('case.openedAt'),
            value: <time title={fmt.full(row.openedAt)}>{fmt.when(row.openedAt)}</time>,
          },
          ...(row.snoozedUntil === null
            ? []
            : [{ term: t('case.snoozedUntil'), value: fmt.when(row.snoozedUntil) }]),
          ...(value.dismissReason === null
            ? []
            : [{ term: t('case.dismissedFor'), value: t(`dismiss.${value.dismissReason}`) }]),
        ]}
      />
      <MissPanel row={row} log={value.log} />
      {value.clearedBy && (
        <Panel title={t('case.clearedBy')}>
          <EventLine event={value.clearedBy} />
        </Panel>
      )}
      <Panel title={t('case.evidence')}>
        <ul className={css['lines']}>
          {value.evidence.map((event) => (
            <li key={event.id}>
              <EventLine event={event} />
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('case.log')}>
        <ol className={css['lines']}>
          {value.log.map((line, index) => (
            <li key={`${String(line.at)} ${String(index)}`} className={css['logLine']}>
              <span>{t(`log.${line.what}`)}</span>
              {typeof line.detail['note'] === 'string' && (
                <span className={css['hint']}>{line.detail['note']}</span>
              )}
              <time className={`${css['hint']} num`} title={fmt.full(line.at)}>
                {fmt.when(line.at)}
              </time>
            </li>
          ))}
        </ol>
      </Panel>
    </article>
  );
}
