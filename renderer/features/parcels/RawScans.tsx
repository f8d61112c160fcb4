import { useState } from 'react';
import type { EventView } from '#shared/model/event.ts';
import { sourceWord } from '../../app/names.ts';
import { useWords } from '../../app/text.tsx';
import { DataTable } from '../../ui/index.ts';
import { langOf } from './EventLine.tsx';
import css from '../features.module.css';
import { RowAction } from '../RowAction.tsx';
import { MapText } from '../sources/MapText.tsx';

/**
 * Every scan as it came: time as written with its zone and why, code, status, text, place, and the line of the file. One that is
 * read wrongly is told its meaning here.
 */
export function RawScans({ events }: { events: readonly EventView[] }) {
  const words = useWords();
  const { t } = words;
  const [wrong, setWrong] = useState<EventView | null>(null);
  return (
    <>
      {wrong && <MapText row={{ ...wrong, eventId: wrong.id }} onClose={() => setWrong(null)} />}
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
                <div className={`${css['hint']} ${css['wraps']}`}>
                  {event.zone === null ? '' : `${event.zone} · `}
                  {t(`zoneReason.${event.zoneReason}`)}
                </div>
              </>
            ),
          },
          {
            id: 'text',
            header: t('parcel.text'),
            cell: (event) => (
              <>
                <span className={css['written']} lang={langOf(event)}>
                  {event.text}
                </span>
                <div className={`${css['hint']} ${css['written']}`}>
                  {[
                    event.place,
                    [event.code, event.status].filter(Boolean).join(' / '),
                    sourceWord(event.source, words),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </>
            ),
          },
          {
            id: 'read',
            header: t('parcel.readAs'),
            cell: (event) => (
              <>
                {t(`node.${event.meaning.node}`)}
                {event.meaning.means === 'own' && <div className={css['hint']}>{t('parcel.ownRule')}</div>}
              </>
            ),
          },
          {
            id: 'wrong',
            header: '',
            acts: true,
            cell: (event) => (
              <RowAction
                label={t('parcel.readOtherwise')}
                row={event.text || (event.status ?? event.code ?? '')}
                onAct={() => setWrong(event)}
              />
            ),
          },
        ]}
      />
    </>
  );
}
