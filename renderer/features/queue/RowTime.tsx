import type { CaseRow } from '#shared/model/case.ts';
import { useWords } from '../../app/text.tsx';
import css from '../features.module.css';

/** The time that gives a row its place: how long until its next deadline, or, where none is known, for how long it has lasted. */
export function RowTime({ row }: { row: CaseRow }) {
  const { t, fmt } = useWords();
  const { dueAt, dueFor } = row;
  if (dueAt === null || dueFor === null || dueAt < Date.now()) {
    const since = row.since ?? row.openedAt;
    return (
      <time className={`${css['rowTime']} num`} title={fmt.full(since)}>
        {fmt.span(Date.now() - since)}
      </time>
    );
  }
  return (
    <time
      className={`${css['rowTime']} ${css['rowDue']} num`}
      title={t(`due.${dueFor}`, { when: fmt.full(dueAt) })}
    >
      {fmt.span(dueAt - Date.now())}
    </time>
  );
}
