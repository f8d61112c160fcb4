import { useStore } from 'zustand';
import { useWords } from '../../app/text.tsx';
import { Button } from '../../ui/index.ts';
import css from '../features.module.css';
import { queueList, type Verb } from './store.ts';

/** What can be done to the selected cases, each button saying to how many. */
export function BulkBar({
  onAsk,
  onRun,
}: {
  onAsk: (verb: 'snooze' | 'dismiss') => void;
  onRun: (verb: Verb) => void;
}) {
  const { t } = useWords();
  const { selected, rows, filter } = useStore(queueList);
  const n = selected.size;
  const active = filter.view === 'waiting' || filter.view === 'mine' || filter.view === 'snoozed';
  const reopenable = filter.view === 'mine' || filter.view === 'snoozed' || filter.view === 'dismissed';
  return (
    <div className={css['bulk']} role="toolbar" aria-label={t('queue.selected', { n })}>
      <strong>{t('queue.selected', { n })}</strong>
      {active && filter.view !== 'mine' && (
        <Button size="s" shortcut="t" onClick={() => onRun({ do: 'accept' })}>
          {t('queue.bulk.take', { n })}
        </Button>
      )}
      {active && (
        <Button size="s" shortcut="h" onClick={() => onAsk('snooze')}>
          {t('queue.bulk.snooze', { n })}
        </Button>
      )}
      {active && (
        <Button size="s" shortcut="#" onClick={() => onAsk('dismiss')}>
          {t('queue.bulk.dismiss', { n })}
        </Button>
      )}
      {reopenable && (
        <Button size="s" shortcut="o" onClick={() => onRun({ do: 'reopen' })}>
          {t('queue.bulk.reopen', { n })}
        </Button>
      )}
      {n < rows.length && (
        <Button
          size="s"
          variant="quiet"
          onClick={() => queueList.setState({ selected: new Set(rows.map((row) => row.id)) })}
        >
          {t('queue.bulk.all', { n: rows.length })}
        </Button>
      )}
      <Button size="s" variant="quiet" onClick={() => queueList.setState({ selected: new Set() })}>
        {t('queue.bulk.none')}
      </Button>
    </div>
  );
}
