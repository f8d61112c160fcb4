import { goTo } from '../../app/routes.ts';
import { useWords } from '../../app/text.tsx';
import { Segmented } from '../../ui/index.ts';

/** Parcels, orders, or the map: three ways to look in one place of the rail. */
export function WhichList({ value }: { value: 'parcels' | 'orders' | 'map' }) {
  const { t } = useWords();
  return (
    <Segmented
      hideLabel
      label={t('orders.which')}
      value={value}
      options={[
        { value: 'parcels', label: t('nav.parcels') },
        { value: 'orders', label: t('orders.title') },
        { value: 'map', label: t('map.show.map') },
      ]}
      onChange={(view) => goTo(view)}
    />
  );
}
