import type { UiKey } from '#shared/text/ui/index.ts';
import { useWords } from '../app/text.tsx';
import { Select } from '../ui/index.ts';

/** A filter of a list by one of some values; null is all of them. It says itself what it filters by, without a label beside it. */
export function FilterSelect<V extends string, W extends V>({
  label,
  value,
  values,
  wordOf,
  onChange,
}: {
  label: UiKey;
  value: V | null;
  values: readonly W[];
  wordOf: (value: W) => string;
  onChange: (value: V | null) => void;
}) {
  const { t } = useWords();
  return (
    <Select<V | 'all'>
      label={t(label)}
      hideLabel
      value={value ?? 'all'}
      options={[
        { value: 'all', label: t('common.labelled', { label: t(label), value: t('common.all') }) },
        ...values.map((each) => ({ value: each, label: wordOf(each) })),
      ]}
      onChange={(chosen) => onChange(chosen === 'all' ? null : chosen)}
    />
  );
}
