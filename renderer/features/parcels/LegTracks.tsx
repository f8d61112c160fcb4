import type { ParcelDetail } from '#shared/contract/parcels.ts';
import type { EventView } from '#shared/model/event.ts';
import type { Stage } from '#shared/model/node.ts';
import { carrierWord } from '../../app/names.ts';
import { useWords } from '../../app/text.tsx';
import { stageClass } from '../../ui/index.ts';
import css from './parcels.module.css';

interface Piece {
  readonly stage: Stage;
  readonly from: number;
  readonly to: number;
}

export interface Track {
  readonly id: number;
  readonly number: string;
  readonly carrier: string;
  readonly events: number;
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly Piece[];
}

/** Each leg's time from its first scan to its last, cut where the stage changes. Legs without a time are left out. */
export function tracksOf({ legs, events, journey }: ParcelDetail): Track[] {
  const stages = new Map(
    journey.spans.flatMap((span) => span.events.map((id): [number, Stage] => [id, span.stage])),
  );
  return legs.flatMap((leg): Track[] => {
    const own = events.filter(
      (event): event is EventView & { instant: NonNullable<EventView['instant']> } =>
        event.number === leg.number &&
        event.carrier === leg.carrier &&
        event.instant !== null &&
        !event.earlier,
    );
    const [first] = own;
    const last = own.at(-1);
    if (!first || !last) return [];
    const pieces: { stage: Stage; from: number; to: number }[] = [];
    for (const event of own) {
      const stage = stages.get(event.id) ?? pieces.at(-1)?.stage ?? 'INFO';
      const before = pieces.at(-1);
      if (before) before.to = event.instant;
      if (before?.stage !== stage) pieces.push({ stage, from: event.instant, to: event.instant });
    }
    return [
      {
        ...{ id: leg.id, number: leg.number, carrier: leg.carrier, events: leg.events },
        ...{ from: first.instant, to: last.instant, pieces },
      },
    ];
  });
}

/** Legs as tracks under each other on one line of time, where a parcel has several. */
export function LegTracks({ detail }: { detail: ParcelDetail }) {
  const words = useWords();
  const { t, fmt } = words;
  const tracks = tracksOf(detail);
  if (tracks.length < 2) return null;
  const start = Math.min(...tracks.map(({ from }) => from));
  const span = Math.max(1, Math.max(...tracks.map(({ to }) => to)) - start);
  const share = (from: number, to: number) => ({
    left: `${String(((from - start) / span) * 100)}%`,
    width: `max(4px, ${String(((to - from) / span) * 100)}%)`,
  });
  return (
    <ol className={css['tracks']} aria-label={t('tracks.title')}>
      {tracks.map((track) => (
        <li key={track.id} className={css['track']}>
          <span className={css['soft']}>
            {t('tracks.leg', {
              number: track.number,
              carrier: carrierWord(track.carrier, words),
              from: fmt.when(track.from),
              to: fmt.when(track.to),
              n: track.events,
            })}
          </span>
          <span className={css['lane']} aria-hidden="true">
            {track.pieces.map((piece) => (
              <span
                key={piece.from}
                className={`${css['piece']} ${stageClass(piece.stage)}`}
                style={share(piece.from, piece.to)}
                title={t(`stage.${piece.stage}`)}
              />
            ))}
          </span>
        </li>
      ))}
    </ol>
  );
}
