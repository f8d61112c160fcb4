import { createStore } from 'zustand';
import type { ParcelFilter } from '#shared/contract/parcels.ts';
import type { Market } from '#shared/model/market.ts';
import type { ParcelRow } from '#shared/model/parcel.ts';
import type { Place } from '#shared/model/place.ts';
import { createListStore } from '../../app/listStore.ts';
import { call, onChange } from '../../bridge/client.ts';

export const NO_FILTER: ParcelFilter = {
  ...{ text: '', stage: null, market: null, state: 'all', place: null, country: null, stuck: false },
};

export const parcelList = createListStore<ParcelRow, ParcelFilter>({
  filter: NO_FILTER,
  keyOf: (row) => row.id,
  fetch: (filter, limit, cursor) => call('parcels.page', { ...filter, limit, cursor }),
});

/** The place behind the filter, so that the list can name it. */
export const parcelPlace = createStore<{ place: Place | null }>(() => ({ place: null }));

/** Shows the parcels that are at a place, or anywhere in a country: the rows behind a number of the map. */
export function showParcels(
  at: { readonly place: Place } | { readonly country: Place },
  more: { readonly market: Market | null; readonly stuck: boolean },
): void {
  const inCountry = 'country' in at;
  const place = inCountry ? at.country : at.place;
  parcelPlace.setState({ place });
  parcelList.setFilter({
    ...NO_FILTER,
    ...more,
    ...(inCountry ? { country: place.country } : { place: place.id }),
  });
}

/** Keeps the list fresh while the screen is open; the answer stops. */
export function followParcels(): () => void {
  void parcelList.load();
  return onChange('parcels', () => void parcelList.refresh());
}
