import { useStore } from 'zustand';
import {
  type FileEncoding,
  IMPORT_FIELDS,
  type ImportField,
  type ImportOptions,
  type ImportPreview,
} from '#shared/model/import.ts';
import { MARKET_ZONE } from '#shared/model/market.ts';
import { useWords } from '../../app/text.tsx';
import { Banner, DataTable, Select, Tag, TextField } from '../../ui/index.ts';
import css from './imports.module.css';
import { look, wizard } from './store.ts';

/** Their own names, in every language. */
const ENCODING_NAMES: Readonly<Record<FileEncoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-8-mark': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  gb18030: 'GB 18030',
  big5: 'Big5',
  'windows-874': 'Windows-874',
  'windows-1252': 'Windows-1252',
  none: '—',
};
const ZONES = ['Asia/Shanghai', ...new Set(Object.values(MARKET_ZONE)), 'UTC'];

/** Which column holds what, what the file does not say, and how its first rows would come in. */
export function MapStep({ preview }: { preview: ImportPreview }) {
  const { t, fmt, faultText } = useWords();
  const { path, options } = useStore(wizard);
  const again = (change: { mapping?: ImportPreview['mapping']; options?: ImportOptions }): void => {
    if (path !== null) void look(path, { mapping: preview.mapping, ...change });
  };
  const setField = (index: number, field: ImportField | 'none'): void => {
    const kept = Object.entries(preview.mapping).filter(([name, at]) => at !== index && name !== field);
    again({ mapping: Object.fromEntries(field === 'none' ? kept : [...kept, [field, index]]) });
  };
  return (
    <>
      <p className={css['soft']}>
        {t('import.facts', {
          file: preview.fileName,
          size: fmt.bytes(preview.bytes),
          format: preview.format.toUpperCase(),
          encoding: ENCODING_NAMES[preview.encoding],
        })}
      </p>
      {preview.problems.map((problem) => (
        <Banner key={problem.code} tone="high" title={faultText(problem)} />
      ))}
      {preview.dateOrder === 'unclear' && <Banner tone="medium" title={t('import.dateUnclear')} />}
      <section className={css['block']}>
        <h3>{t('import.mapping')}</h3>
        <DataTable
          caption={t('import.mapping')}
          hideCaption
          rows={preview.columns}
          rowKey={(column) => column.index}
          columns={[
            {
              id: 'name',
              header: t('import.column'),
              cell: (column) => <strong>{column.name || '—'}</strong>,
            },
            {
              id: 'samples',
              header: t('import.samples'),
              cell: (column) => <span className={css['samples']}>{column.samples.join(' · ')}</span>,
            },
            {
              id: 'field',
              header: t('import.holds'),
              tight: true,
              cell: (column) => (
                <Select
                  label={t('common.labelled', { label: t('import.holds'), value: column.name })}
                  hideLabel
                  value={column.field ?? 'none'}
                  options={[
                    { value: 'none', label: t('import.ignore') },
                    ...IMPORT_FIELDS.map((field) => ({ value: field, label: t(`field.${field}`) })),
                  ]}
                  onChange={(field) => setField(column.index, field)}
                />
              ),
            },
          ]}
        />
      </section>
      <section className={css['block']}>
        <h3>{t('import.options')}</h3>
        <div className={css['options']}>
          <Select
            label={t('import.zone')}
            value={options.zone ?? 'none'}
            options={[
              { value: 'none', label: t('import.zone.none') },
              ...ZONES.map((zone) => ({ value: zone, label: zone })),
            ]}
            onChange={(zone) => again({ options: { ...options, zone: zone === 'none' ? null : zone } })}
          />
          <TextField
            label={t('import.carrier')}
            hint={t('import.carrierHint')}
            defaultValue={options.carrier ?? ''}
            maxLength={60}
            onBlur={(event) => again({ options: { ...options, carrier: event.target.value.trim() || null } })}
          />
          <Select
            label={t('import.dateOrder')}
            value={options.dateOrder}
            options={(['auto', 'day-first', 'month-first', 'year-first'] as const).map((value) => ({
              value,
              label: t(`import.dateOrder.${value}`),
            }))}
            onChange={(dateOrder) => again({ options: { ...options, dateOrder } })}
          />
          {preview.sheets.length > 1 && (
            <Select
              label={t('import.sheet')}
              value={options.sheet ?? preview.sheets[0] ?? ''}
              options={preview.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
              onChange={(sheet) => {
                if (path !== null) void look(path, { options: { ...options, sheet } });
              }}
            />
          )}
        </div>
      </section>
      <section className={css['block']}>
        <h3>{t('import.preview')}</h3>
        <DataTable
          caption={t('import.preview')}
          hideCaption
          rows={preview.rows}
          rowKey={(row) => row.line}
          columns={[
            { id: 'line', header: t('import.row'), align: 'end', cell: (row) => row.line },
            {
              id: 'result',
              header: t('import.takes'),
              cell: (row) =>
                row.refusal === null ? (
                  <Tag tone="good">{t('import.taken')}</Tag>
                ) : (
                  <span className={css['refusal']}>{t(`refusal.${row.refusal}`)}</span>
                ),
            },
            ...preview.columns
              .filter((column) => column.field !== null)
              .map((column) => ({
                id: String(column.index),
                header: column.name,
                cell: (row: ImportPreview['rows'][number]) => row.cells[column.index] ?? '',
              })),
          ]}
        />
      </section>
    </>
  );
}
