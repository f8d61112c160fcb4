import type { EventView } from '#shared/model/event.ts';
import { sourceWord } from '../../app/names.ts';
import { useWords } from '../../app/text.tsx';
import { NodeIcon } from '../../ui/index.ts';
import css from './parcels.module.css';
import { timeOf } from './timeline.ts';

/** Which language a text is in, for the right font and voice; undefined where nobody said. */
export const langOf = (event: EventView): string | undefined => event.lang ?? undefined;

/** One scan as a line: what it means, the carrier's own words, where, when, and where we have it from. */
export function EventLine({ event }: { event: EventView }) {
  const words = useWords();
  const { t } = words;
  const { time, timeTitle } = timeOf(event, words);
  return (
    <div className={css['eventLine']}>
      <NodeIcon node={event.meaning.node} />
      <div className={css['eventBody']}>
        <div className={css['eventTop']}>
          <strong>{t(`node.${event.meaning.node}`)}</strong>
          {event.place && <span className={css['soft']}>{event.place}</span>}
          <time className={`${css['soft']} num`} title={timeTitle}>
            {time}
          </time>
        </div>
        {event.text !== '' && (
          <div className={css['soft']} lang={langOf(event)}>
            {event.text}
          </div>
        )}
        <div className={css['soft']}>{sourceWord(event.source, words)}</div>
      </div>
    </div>
  );
}
