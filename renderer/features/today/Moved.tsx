import { goTo } from '../../app/routes.ts';
import { useQuery } from '../../app/useQuery.ts';
import { useWords } from '../../app/text.tsx';
import { Panel } from '../../ui/index.ts';
import css from '../features.module.css';
import { reasonOf } from './reason.ts';

/** Whose arrival moved most since yesterday, and the largest reason. */
export function Moved() {
  const { t, fmt } = useWords();
  const { value } = useQuery('parcels.moved', { limit: 5 }, ['parcels']);
  if (!value) return null;
  const { rows, later, earlier } = value;
  return (
    <Panel title={t('moved.title')}>
      {rows.length === 0 ? (
        <p className={css['hint']}>{t('moved.none')}</p>
      ) : (
        <>
          <p className={css['hint']}>{t('moved.sum', { later, earlier })}</p>
          <ul className={css['kinds']}>
            {rows.map(({ parcelId, number, p50, change }) => {
              const ms = p50 - change.previousP50;
              const first = reasonOf(change.why, ms);
              return (
                <li key={parcelId}>
                  <button type="button" className={css['kind']} onClick={() => goTo('parcels', parcelId)}>
                    <span className={css['rowMain']}>
                      <strong className="num">{number}</strong>
                      {first && <span className={css['rowSub']}>{t(`moved.why.${first.kind}`)}</span>}
                    </span>
                    <span className="num">
                      {t(ms > 0 ? 'moved.later' : 'moved.earlier', { time: fmt.span(Math.abs(ms)) })}
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
        </>
      )}
    </Panel>
  );
}
