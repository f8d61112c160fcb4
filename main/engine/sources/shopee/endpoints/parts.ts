import { number, shape, text } from '../shape.ts';

/** Where a buyer gets the parcel: orders and packages say it in the same fields. */
export const recipientAddress = shape({
  name: text,
  phone: text,
  town: text,
  district: text,
  city: text,
  state: text,
  region: text,
  zipcode: text,
  full_address: text,
  geolocation: shape({ latitude: number, longitude: number }),
});
