import type { EventView } from '#shared/model/event.ts';
import { sourceWord } from '../../app/names.ts';
import { useWords } from '../../app/text.tsx';
import { DataTable } from '../../ui/index.ts';
import { langOf } from './EventLine.tsx';
import css from '../features.module.css';

/** Every scan as it came: time as written with its zone and why, code, status, text, place, and the line of the file. */
export function RawScans({ events }: { events: readonly EventView[] }) {
  const words = useWords();
  const { t } = words;
  return (
    <DataTable
      caption={t('parcel.raw')}
      hideCaption
      rows={events}
      rowKey={(event) => event.id}
      columns={[
        {
          id: 'time',
          header: t('parcel.rawTime'),
          tight: true,
          cell: (event) => (
            <>
              {event.rawTime ?? t('time.none')}
              <div className={css['soft']}>
                {event.zone === null ? '' : `${event.zone} · `}
                {t(`zoneReason.${event.zoneReason}`)}
              </div>
            </>
          ),
        },
        {
          id: 'code',
          header: t('parcel.code'),
          tight: true,
          cell: (event) => [event.code, event.status].filter(Boolean).join(' / '),
        },
        {
          id: 'text',
          header: t('parcel.text'),
          cell: (event) => (
            <span className={css['written']} lang={langOf(event)}>
              {event.text}
            </span>
          ),
        },
        {
          id: 'place',
          header: t('parcel.place'),
          cell: (event) => <span className={css['named']}>{event.place}</span>,
        },
        { id: 'read', header: t('parcel.readAs'), cell: (event) => t(`node.${event.meaning.node}`) },
        {
          id: 'source',
          header: t('sources.file'),
          tight: true,
          cell: (event) => sourceWord(event.source, words),
        },
      ]}
    />
  );
}
