import type { ParcelFilter } from '#shared/contract/parcels.ts';
import type { ParcelRow } from '#shared/model/parcel.ts';
import { createListStore } from '../../app/listStore.ts';
import { bridge, call } from '../../bridge/client.ts';

export const parcelList = createListStore<ParcelRow, ParcelFilter>({
  filter: { text: '', stage: null, market: null, state: 'all' },
  keyOf: (row) => row.id,
  fetch: (filter, limit, cursor) => call('parcels.page', { ...filter, limit, cursor }),
});

/** Keeps the list fresh while the screen is open; the answer stops. */
export function followParcels(): () => void {
  void parcelList.load();
  return bridge.on('parcels', () => void parcelList.refresh());
}
