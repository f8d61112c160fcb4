import type { CallOutput } from '#shared/contract/index.ts';
import { useQuery } from '../../app/useQuery.ts';
import { useWords } from '../../app/text.tsx';
import { DataTable, Panel, Tag } from '../../ui/index.ts';
import css from '../features.module.css';
import { gapNote, shopName } from './words.ts';

/** Stretches of time that were not followed as they happened, and what became of them. Nothing where there is none. */
export function GapsPanel({ known }: { known: CallOutput<'shops.list'> }) {
  const words = useWords();
  const { t, fmt } = words;
  const gaps = useQuery('sync.gaps', { shopId: null, limit: 50, cursor: null }, ['sources']).value;
  if (!gaps || gaps.rows.length === 0) return null;
  return (
    <Panel title={t('gaps.title')}>
      <DataTable
        caption={t('gaps.title')}
        hideCaption
        rows={gaps.rows}
        rowKey={(gap) => gap.id}
        columns={[
          {
            id: 'shop',
            header: t('shops.shop'),
            cell: (gap) => {
              const shop = known.shops.find(({ id }) => id === gap.shopId);
              return shop ? shopName(shop, words) : t('common.unknown');
            },
          },
          {
            id: 'span',
            header: t('gaps.span'),
            cell: (gap) => (
              <span title={`${fmt.full(gap.from)} – ${fmt.full(gap.to)}`}>
                {fmt.when(gap.from)} – {fmt.when(gap.to)}
              </span>
            ),
          },
          { id: 'why', header: t('gaps.why'), cell: (gap) => t(`gaps.reason.${gap.reason}`) },
          {
            id: 'state',
            header: t('shops.state'),
            cell: (gap) => (
              <>
                <Tag tone={gap.state === 'filled' ? 'good' : gap.state === 'partly' ? 'high' : 'neutral'}>
                  {t(`gaps.state.${gap.state}`)}
                </Tag>
                {gap.note !== null && <span className={css['hint']}> {gapNote(gap.note, words)}</span>}
              </>
            ),
          },
          { id: 'found', header: t('gaps.found'), align: 'end', cell: (gap) => fmt.number(gap.found) },
        ]}
      />
    </Panel>
  );
}
