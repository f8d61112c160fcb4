import { z } from 'zod';

/** Which Open Platform an app belongs to; `custom` is a sandbox on this machine. */
export const SHOPEE_PLACES = ['live-sg', 'live-cn', 'live-br', 'sandbox', 'sandbox-cn', 'custom'] as const;
export const shopeePlaceSchema = z.enum(SHOPEE_PLACES);
export type ShopeePlace = z.infer<typeof shopeePlaceSchema>;
