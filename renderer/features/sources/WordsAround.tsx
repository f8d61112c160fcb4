import type { WordsAround as Around } from '#shared/contract/sources.ts';
import { nodeName } from '../../app/names.ts';
import { goTo } from '../../app/routes.ts';
import { useWords } from '../../app/text.tsx';
import { Button, DefinitionList } from '../../ui/index.ts';
import css from '../features.module.css';

/** What a person needs to say what words mean: what comes before and after them, parcels to look at, words like them. */
export function WordsAround({
  around,
  onTake,
}: {
  around: Around;
  onTake: (like: NonNullable<Around['alike']>) => void;
}) {
  const words = useWords();
  const { t, fmt } = words;
  const { before, after, parcels, alike } = around;
  const nodes = (list: Around['before'], none: 'sources.firstScan' | 'sources.lastScan'): string =>
    list
      .map(({ node, times }) =>
        t('sources.nodeTimes', { node: node === null ? t(none) : t(`node.${node}`), n: times }),
      )
      .join(' · ');
  const items = [
    { term: t('sources.before'), value: nodes(before, 'sources.firstScan') },
    { term: t('sources.after'), value: nodes(after, 'sources.lastScan') },
    {
      term: t('sources.onParcels'),
      value: parcels.length > 0 && (
        <span className={css['actions']}>
          {parcels.map(({ parcelId, number }) => (
            <button
              key={parcelId}
              type="button"
              className={`${css['link']} num`}
              onClick={() => goTo('parcels', parcelId)}
            >
              {number}
            </button>
          ))}
        </span>
      ),
    },
    {
      term: t('sources.alike'),
      value: alike && (
        <span className={css['actions']}>
          <span className={css['written']}>{alike.text}</span>
          <Button size="s" onClick={() => onTake(alike)}>
            {t('sources.takeAlike', {
              meaning: nodeName(alike.node, alike.reason, words),
              share: fmt.percent(alike.share, 0),
            })}
          </Button>
        </span>
      ),
    },
  ].filter(({ value }) => value !== '' && value !== false && value !== null);
  return items.length === 0 ? null : <DefinitionList items={items} />;
}
