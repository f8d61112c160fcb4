import { z } from 'zod';

/** Shopee markets, and the zone their buyers live in (the capital's where a market has several). */
export const MARKETS = ['SG', 'MY', 'TH', 'VN', 'ID', 'PH', 'TW', 'BR', 'MX', 'CO', 'CL'] as const;
export const marketSchema = z.enum(MARKETS);
export type Market = z.infer<typeof marketSchema>;

/** The market of that name; null where there is none, or it is not one that we know. */
export const marketOf = (name: string | null): Market | null => marketSchema.safeParse(name).data ?? null;

export const MARKET_ZONE: Readonly<Record<Market, string>> = {
  SG: 'Asia/Singapore',
  MY: 'Asia/Kuala_Lumpur',
  TH: 'Asia/Bangkok',
  VN: 'Asia/Ho_Chi_Minh',
  ID: 'Asia/Jakarta',
  PH: 'Asia/Manila',
  TW: 'Asia/Taipei',
  BR: 'America/Sao_Paulo',
  MX: 'America/Mexico_City',
  CO: 'America/Bogota',
  CL: 'America/Santiago',
};

/** Where the sellers are: the zone of last resort for a wall clock from an unknown carrier. */
export const SELLER_ZONE = 'Asia/Shanghai';
