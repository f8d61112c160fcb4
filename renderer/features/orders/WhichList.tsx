import { goTo } from '../../app/routes.ts';
import { useWords } from '../../app/text.tsx';
import { Segmented } from '../../ui/index.ts';

/** Parcels or orders: two lists in one place of the rail. */
export function WhichList({ value }: { value: 'parcels' | 'orders' }) {
  const { t } = useWords();
  return (
    <Segmented
      label={t('orders.which')}
      value={value}
      options={[
        { value: 'parcels', label: t('nav.parcels') },
        { value: 'orders', label: t('orders.title') },
      ]}
      onChange={(view) => goTo(view)}
    />
  );
}
