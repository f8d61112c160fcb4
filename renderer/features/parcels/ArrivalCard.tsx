import type { Arrival } from '#shared/contract/arrivals.ts';
import { isUnseen, sometimesOf } from '#shared/model/eta.ts';
import { DAY } from '#shared/time.ts';
import { useWords, type Words } from '../../app/text.tsx';
import { WeatherCredit } from '../../app/WeatherCredit.tsx';
import { Icon, Panel, Tag } from '../../ui/index.ts';
import css from '../features.module.css';
import own from './arrival.module.css';

/** When the parcel comes: the range as a bar, what is left by stage, and why (`i`). Without a date it says since when. */
export function ArrivalCard({ arrival, why }: { arrival: Arrival | null; why: boolean }) {
  const words = useWords();
  const { t, fmt, lang } = words;
  if (arrival?.estimate.withheld?.reason === 'ended') return null;
  if (!arrival) {
    return (
      <Panel title={t('arrival.title')}>
        <p className={css['hint']}>{t('arrival.none')}</p>
      </Panel>
    );
  }
  const { estimate, zone, learning } = arrival;
  const lines = arrival.why[lang];
  return (
    <Panel
      title={t('arrival.title')}
      actions={<span className={css['hint']}>{t('arrival.age', { age: fmt.when(estimate.madeAt) })}</span>}
    >
      {estimate.withheld ? (
        <p className={own['withheld']}>{lines.find(({ kind }) => kind === 'withheld')?.text}</p>
      ) : (
        <Range arrival={arrival} words={words} />
      )}
      <WeatherNotes arrival={arrival} words={words} />
      <StageBar arrival={arrival} words={words} />
      {why ? (
        <div className={own['why']}>
          <ol className={css['lines']} aria-label={t('arrival.why')}>
            {lines.map((line) => (
              <li
                key={`${line.kind} ${line.text}`}
                className={`${css['hint']} ${PARTS.has(line.kind) ? own['part'] : ''}`}
              >
                {line.text}
              </li>
            ))}
          </ol>
          <p className={css['hint']}>{t('arrival.zone', { zone })}</p>
          <h3>{t('arrival.buyer')}</h3>
          {learning === null ? (
            <p className={own['buyer']} lang={arrival.buyer.lang}>
              {arrival.buyer.text}
            </p>
          ) : (
            <p className={css['hint']}>{t('arrival.buyer.wait', { percent: fmt.percent(learning, 0) })}</p>
          )}
        </div>
      ) : (
        <p className={css['hint']}>{t('arrival.more')}</p>
      )}
    </Panel>
  );
}

/** Lines that make up the one above them: of the risk, of the date, of its move. */
const PARTS: ReadonlySet<string> = new Set([
  ...['late-base', 'late-step', 'stage', 'adjustment', 'weather', 'part'],
]);

const WIDTH = 400;

function Range({ arrival, words }: { arrival: Arrival; words: Words }) {
  const { t, fmt } = words;
  const { p50, lo80, hi80, lo90, hi90, madeAt, promise, pLate, cold } = arrival.estimate;
  const { learning, zone } = arrival;
  const date = (at: number): string => fmt.day(at, zone);
  const end = Math.max(hi90, promise ?? 0) + DAY / 2;
  const x = (at: number): number => Math.max(0, Math.min(WIDTH, ((at - madeAt) / (end - madeAt)) * WIDTH));
  const range = { from: date(lo80), to: date(hi80) };
  return (
    <>
      <p className={css['detailTitle']}>
        <strong className={own['date']}>{date(p50)}</strong>
        <span>{t('arrival.range', range)}</span>
        {cold && (
          <Tag>
            {learning === null
              ? t('arrival.cold')
              : t('arrival.learning', { percent: fmt.percent(learning, 0) })}
          </Tag>
        )}
        {pLate !== null && promise !== null && (
          <Tag tone={pLate >= 0.5 ? 'critical' : pLate >= 0.2 ? 'high' : 'neutral'}>
            {promise < madeAt
              ? t('arrival.missed', { promise: fmt.moment(promise, zone) })
              : t('arrival.late', { percent: fmt.percent(pLate, 0), promise: fmt.moment(promise, zone) })}
          </Tag>
        )}
      </p>
      <svg
        className={own['bar']}
        viewBox={`0 0 ${String(WIDTH)} 24`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t('arrival.bar', { p50: date(p50), ...range })}
      >
        <rect className={own['ground']} x={0} y={10} width={WIDTH} height={4} />
        <rect className={own['wide']} x={x(lo90)} y={8} width={Math.max(1, x(hi90) - x(lo90))} height={8} />
        <rect
          className={own['likely']}
          x={x(lo80)}
          y={6}
          width={Math.max(1, x(hi80) - x(lo80))}
          height={12}
        />
        <rect className={own['middle']} x={x(p50) - 1} y={2} width={3} height={20} />
        {promise !== null && promise > madeAt && (
          <rect className={own['promise']} x={x(promise) - 1} y={0} width={2} height={24} />
        )}
      </svg>
    </>
  );
}

/** Bad weather that the range reckons with, by place and days. */
function WeatherNotes({ arrival, words }: { arrival: Arrival; words: Words }) {
  const { t, fmt, lang } = words;
  const day = (date: string): string => fmt.day(Date.parse(`${date}T00:00:00Z`), 'UTC');
  const notes = arrival.estimate.adjustments.flatMap(({ weather, place, addMs }) => {
    if (!weather) return [];
    const { kind, level, from, to, placeZh, widerMs } = weather;
    const days = t('weather.days', { from: day(from), to: day(to), oneDay: from === to ? 'yes' : 'no' });
    const where = (lang === 'zh-CN' ? placeZh : null) ?? place ?? t('eta.why.nowhere');
    const what = t(`weather.${kind}.${level}`);
    const later = { middle: fmt.span(addMs), wider: fmt.span(widerMs) };
    return [{ key: `${where} ${from}`, text: t('arrival.weather', { what, place: where, days, ...later }) }];
  });
  if (notes.length === 0) return null;
  return (
    <div className={own['weather']}>
      <ul aria-label={t('weather.warnings')}>
        {notes.map(({ key, text }) => (
          <li key={key}>
            <Icon name="weather" />
            <span>{text}</span>
          </li>
        ))}
      </ul>
      <WeatherCredit />
    </div>
  );
}

/** What is left by stage, each as long as it usually takes. */
function StageBar({ arrival, words }: { arrival: Arrival; words: Words }) {
  const { t, fmt } = words;
  const { terms } = arrival.estimate;
  const total = terms.reduce((sum, { usualMs }) => sum + usualMs, 0);
  if (total <= 0) return null;
  return (
    <ol className={own['stages']} aria-label={t('arrival.stages')}>
      {terms.map((term) => {
        const { stage, usualMs, sample, basis, chance } = term;
        const from = t('arrival.basis', { basis, sample, unseen: isUnseen(term, terms) ? 'yes' : 'no' });
        const counted = fmt.span(usualMs, true);
        const sometimes = sometimesOf(term);
        return (
          <li
            key={stage}
            className={own['stage']}
            style={{ flexGrow: Math.max(0.08, usualMs / total) }}
            title={sometimes ? t('arrival.sometimes.title', { time: counted, basis: from }) : from}
          >
            <span>{t(`stage.${stage}`)}</span>
            <span className={`${css['hint']} num`}>
              {sometimes
                ? t('arrival.sometimes', {
                    ...{ chance: fmt.percent(chance, 0), time: fmt.span(sometimes.whole, true) },
                    hardly: sometimes.hardly ? 'yes' : 'no',
                  })
                : counted}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
