import { number, shape, text } from '../shape.ts';

/** Who is at an address, and its lines. */
export const addressLines = {
  name: text,
  phone: text,
  town: text,
  district: text,
  city: text,
  state: text,
  region: text,
  zipcode: text,
};

/** Where a buyer gets the parcel: orders and packages say it in the same fields. */
export const recipientAddress = shape({
  ...addressLines,
  full_address: text,
  geolocation: shape({ latitude: number, longitude: number }),
});
