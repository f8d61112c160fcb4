import { goTo } from '../../app/routes.ts';
import { useWords } from '../../app/text.tsx';
import { Segmented } from '../../ui/index.ts';

/** Parcels as a list or on the map. */
export function ListOrMap({ view }: { view: 'parcels' | 'map' }) {
  const { t } = useWords();
  return (
    <Segmented
      hideLabel
      label={t('map.show')}
      value={view}
      options={[
        { value: 'parcels', label: t('map.show.list') },
        { value: 'map', label: t('map.show.map') },
      ]}
      onChange={(next) => goTo(next)}
    />
  );
}
