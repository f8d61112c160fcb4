import { useState } from 'react';
import type { CallOutput } from '#shared/contract/index.ts';
import type { CutOff } from '#shared/model/calendar.ts';
import { carrierWord } from '../../app/names.ts';
import { useWords } from '../../app/text.tsx';
import { DataTable, Panel, Tag } from '../../ui/index.ts';
import css from '../features.module.css';
import { CutOffDialog } from './CutOffDialog.tsx';
import { RowAct } from './RowAct.tsx';
import type { Calendar } from './useCalendar.ts';
import { clockWord } from './words.ts';

interface Row {
  /** Null for any carrier. */
  readonly carrier: string | null;
  readonly cutOff: CutOff | null;
}

/** From when on a hand-over counts for the next working day: for any carrier, and for those that have their own. */
export function CutOffs({ value, calendar }: { value: CallOutput<'calendar.get'>; calendar: Calendar }) {
  const words = useWords();
  const { t } = words;
  const [editing, setEditing] = useState<Row | null>(null);
  const general = value.cutOffs.find(({ carrier }) => carrier === null) ?? null;
  const names = new Set([
    ...value.carriers.map(({ carrier }) => carrier),
    ...value.cutOffs.flatMap(({ carrier }) => carrier ?? []),
  ]);
  const rows: Row[] = [
    { carrier: null, cutOff: general },
    ...[...names].map((carrier) => ({
      carrier,
      cutOff: value.cutOffs.find((each) => each.carrier === carrier) ?? null,
    })),
  ];
  const nameOf = ({ carrier }: Row): string =>
    carrier === null ? t('cutOffs.any') : carrierWord(carrier, words);
  const put = (carrier: string | null, next: CutOff | null): ReturnType<Calendar['change']> => {
    const before = value.cutOffs.find((each) => each.carrier === carrier) ?? null;
    const set =
      (cutOff: CutOff | null): Parameters<Calendar['change']>[0] =>
      (now) => ({
        ...now,
        cutOffs: [
          ...now.cutOffs.filter((each) => each.carrier !== carrier),
          ...(cutOff === null ? [] : [cutOff]),
        ],
      });
    return calendar.change(set(next), set(before));
  };
  return (
    <Panel title={t('cutOffs.title')}>
      <div className={css['stack']}>
        <p className={css['hint']}>{t('cutOffs.hint')}</p>
        <DataTable
          caption={t('cutOffs.title')}
          hideCaption
          rows={rows}
          rowKey={({ carrier }) => carrier ?? ''}
          columns={[
            { id: 'carrier', header: t('calendar.carrier'), cell: nameOf },
            {
              id: 'time',
              header: t('cutOffs.at'),
              cell: ({ carrier, cutOff }) =>
                cutOff ? (
                  <span className="num">{cutOff.time}</span>
                ) : (
                  <span className={css['nameParts']}>
                    <span>
                      {carrier !== null && general
                        ? t('cutOffs.asAny', { time: general.time })
                        : t('cutOffs.none')}
                    </span>
                    <Tag>{t('calendar.default')}</Tag>
                  </span>
                ),
            },
            {
              id: 'clock',
              header: t('cutOffs.clock'),
              cell: ({ cutOff }) => {
                const shown = cutOff ?? general;
                return shown ? clockWord(shown.zone, words) : '';
              },
            },
            {
              id: 'acts',
              header: '',
              acts: true,
              cell: (row) => (
                <RowAct
                  word={t('calendar.change')}
                  name={t('cutOffs.changeOf', { carrier: nameOf(row) })}
                  onClick={() => setEditing(row)}
                />
              ),
            },
          ]}
        />
        {editing && (
          <CutOffDialog
            carrier={editing.carrier}
            name={nameOf(editing)}
            cutOff={editing.cutOff}
            like={general}
            onClose={() => setEditing(null)}
            onSave={(next) => put(editing.carrier, next)}
          />
        )}
      </div>
    </Panel>
  );
}
