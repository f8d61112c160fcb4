import { useState } from 'react';
import type { Scoreboard as Board, ScoreboardInput } from '#shared/contract/insights.ts';
import { SCORE_MOMENTS, type ScoreMoment, type ScoreRow } from '#shared/model/score.ts';
import { carrierWord } from '../../app/names.ts';
import { useQuery } from '../../app/useQuery.ts';
import { useWords, type Words } from '../../app/text.tsx';
import {
  Banner,
  type Column,
  DataTable,
  EmptyState,
  Panel,
  Segmented,
  Select,
  Skeleton,
} from '../../ui/index.ts';
import css from '../features.module.css';
import own from './insights.module.css';
import { ErrorByDay } from './ErrorByDay.tsx';
import { Warnings } from './Warnings.tsx';

const BYS = ['moment', 'lane', 'market', 'carrier'] as const;
const DAYS = [7, 28, 90] as const;

/** Screen: how often the dates that were said came true. */
export function Scoreboard() {
  const words = useWords();
  const { t, faultText } = words;
  const [input, setInput] = useState<ScoreboardInput>({ by: 'moment', moment: 'LINEHAUL', days: 28 });
  const { value, fault } = useQuery('insights.scoreboard', input, ['parcels']);
  const momentName = (moment: ScoreMoment): string => momentWord(moment, words);
  return (
    <div className={css['page']} data-keys="detail" tabIndex={-1}>
      <div className={css['pageInner']}>
        <h1>{t('score.title')}</h1>
        <div className={`${css['actions']} ${own['controls']}`}>
          <Segmented
            label={t('score.by')}
            value={input.by}
            options={BYS.map((by) => ({ value: by, label: t(`score.by.${by}`) }))}
            onChange={(by) => setInput({ ...input, by })}
          />
          <Segmented
            label={t('score.days')}
            value={String(input.days)}
            options={DAYS.map((n) => ({ value: String(n), label: t('time.days', { n }) }))}
            onChange={(days) => setInput({ ...input, days: Number(days) as 7 | 28 | 90 })}
          />
          <Select
            label={t('score.moment')}
            value={input.moment}
            options={SCORE_MOMENTS.map((each) => ({ value: each, label: momentName(each) }))}
            onChange={(moment) => setInput({ ...input, moment })}
          />
        </div>
        {fault && <Banner tone="high" title={faultText(fault)} />}
        {!value && !fault && <Skeleton lines={8} />}
        {value && value.rows.length === 0 && <NothingScored />}
        {value && value.rows.length > 0 && <Filled board={value} input={input} words={words} />}
      </div>
    </div>
  );
}

/** The widest board tells whether nothing was scored yet, or nothing where the person looks. */
function NothingScored() {
  const { t, fmt } = useWords();
  const widest = { by: 'moment', moment: 'LINEHAUL', days: 90 } as const;
  const ever = useQuery('insights.scoreboard', widest, ['parcels']).value;
  if (!ever) return null;
  if (ever.rows.length === 0 && ever.learning !== null) {
    const title = t('score.learning', { percent: fmt.percent(ever.learning, 0) });
    return <EmptyState kind="no-data" title={title} text={t('score.learning.text')} icon="insights" />;
  }
  return (
    <EmptyState
      {...(ever.rows.length === 0
        ? { kind: 'no-data', title: t('score.empty'), text: t('score.empty.text') }
        : { kind: 'no-match', title: t('score.noMatch'), text: t('score.noMatch.text') })}
      icon="insights"
    />
  );
}

function momentWord(moment: ScoreMoment, { t }: Words): string {
  return moment === 'ordered' || moment === 'handed-over'
    ? t(`score.moment.${moment}`)
    : t(`stage.${moment}`);
}

/** A market and a carrier by their names; a lane (`CN>MY`) by its two ends. */
function groupWord({ group, name }: Pick<ScoreRow, 'group' | 'name'>, words: Words): string {
  if (group === 'market') return words.t(`market.${name as 'MY'}`);
  if (group === 'all') return words.t('score.everything');
  if (group === 'lane') {
    const countries = new Intl.DisplayNames(words.lang, { type: 'region' });
    const ends = name
      .split('>')
      .map((code) => (code === '' ? words.t('common.unknown') : countries.of(code)));
    return ends.join(' → ');
  }
  return group === 'carrier' ? carrierWord(name, words) : name;
}

function Filled({ board, input, words }: { board: Board; input: ScoreboardInput; words: Words }) {
  const { t, lang, fmt } = words;
  const days = (value: number | null): string =>
    value === null
      ? t('score.nothing')
      : new Intl.NumberFormat(lang, {
          ...{ maximumFractionDigits: 1, minimumFractionDigits: 1 },
          // Nobody is late by minus nothing.
          signDisplay: 'negative',
        }).format(value);
  const share = (value: number | null): string =>
    value === null ? t('score.nothing') : fmt.percent(value, 0);
  const nameOf = ({ group, name, moment }: ScoreRow): string => {
    if (input.by === 'moment') return momentWord(moment, words);
    return groupWord({ group, name }, words);
  };
  const columns: Column<ScoreRow>[] = [
    {
      id: 'name',
      header: t(`score.by.${input.by}`),
      cell: (row) => <span className={own['name']}>{nameOf(row)}</span>,
      tight: true,
    },
    { id: 'n', header: t('score.n'), cell: ({ n }) => fmt.number(n), align: 'end' },
    { id: 'mae', header: t('score.mae'), cell: ({ mae }) => days(mae), align: 'end' },
    { id: 'bias', header: t('score.bias'), cell: ({ bias }) => days(bias), align: 'end' },
    { id: 'exact', header: t('score.exact'), cell: ({ exactDay }) => share(exactDay), align: 'end' },
    { id: 'cover', header: t('score.cover'), cell: ({ cover80 }) => share(cover80), align: 'end' },
    { id: 'width', header: t('score.width'), cell: ({ width80 }) => days(width80), align: 'end' },
    { id: 'score', header: t('score.interval'), cell: ({ score80 }) => days(score80), align: 'end' },
    { id: 'lane', header: t('score.lane'), cell: ({ laneMedian }) => days(laneMedian.mae), align: 'end' },
    { id: 'promise', header: t('score.promise'), cell: ({ promise }) => days(promise.mae), align: 'end' },
  ];
  const all = board.rows.find(({ moment }) => moment === input.moment) ?? board.rows[0];
  return (
    <>
      <Panel title={t('score.question')}>
        <div className={css['stack']}>
          {all && (
            <p>
              {t('score.answer', {
                n: all.n,
                name: nameOf(all),
                mae: days(all.mae),
                cover: share(all.cover80),
                inside: all.cover80 === 1 ? 'yes' : 'no',
                than:
                  all.laneMedian.mae === null || all.mae === null
                    ? 'none'
                    : all.mae <= all.laneMedian.mae
                      ? 'better'
                      : 'worse',
                lane: days(all.laneMedian.mae),
              })}
            </p>
          )}
          <ErrorByDay series={board.series} days={days} />
          <DataTable
            caption={t('score.table')}
            hideCaption
            columns={columns}
            rows={board.rows}
            rowKey={(row) => `${row.moment} ${row.name}`}
          />
        </div>
      </Panel>
      <Warnings
        rows={board.rows}
        all={all}
        nameOf={nameOf}
        share={share}
        heading={t(`score.by.${input.by}`)}
      />
      <Panel title={t('score.alarms')}>
        {board.alarms.length === 0 ? (
          <p className={css['hint']}>{t('score.noAlarms')}</p>
        ) : (
          <div className={css['stack']}>
            <p className={css['hint']}>{t('score.alarms.hint')}</p>
            <ul className={css['lines']}>
              {board.alarms.slice(0, 10).map((alarm) => (
                <li key={`${alarm.group} ${alarm.name} ${alarm.kind} ${String(alarm.at)}`}>
                  {t(`score.alarm.${alarm.kind}`, { since: fmt.date(alarm.since) })}{' '}
                  <span className={css['hint']}>{groupWord(alarm, words)}</span>
                </li>
              ))}
            </ul>
          </div>
        )}
      </Panel>
    </>
  );
}
