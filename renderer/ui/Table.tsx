import type { ReactNode } from 'react';
import css from './Table.module.css';

export interface Column<T> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: T) => ReactNode;
  readonly align?: 'start' | 'end';
  /** Holds what can be done with the row, not a fact of it: at the end, no wider than its buttons. */
  readonly acts?: boolean;
  /** Keeps the text on one line. */
  readonly tight?: boolean;
}

/** A real table for a page of rows; order and filter are the engine's. */
export function DataTable<T>({
  caption,
  columns,
  rows,
  rowKey,
  hideCaption,
}: {
  caption: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  rowKey: (row: T) => string | number;
  hideCaption?: boolean;
}) {
  return (
    <div className={css['scroll']} tabIndex={0} role="region" aria-label={caption}>
      <table className={css['table']}>
        <caption className={hideCaption ? 'hidden' : css['caption']}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={column.align === 'end' ? css['end'] : ''}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column) => (
                <td
                  key={column.id}
                  className={[
                    column.align === 'end' && css['end'],
                    column.tight && css['tight'],
                    column.acts && css['acts'],
                  ]
                    .filter(Boolean)
                    .join(' ')}
                >
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
