import { mix } from '../simulate/random.ts';

/** What the console shows of an app; the seller types the first two into the program. */
export interface SandboxApp {
  readonly partnerId: number;
  readonly partnerKey: string;
  readonly category: 'Seller In House System' | 'ERP System' | 'Order Management' | 'Customer Service';
}

/** The sandbox's app: partner id and key depend on the seed alone. The key is invented and opens nothing else. */
export function appOf(seed: number): SandboxApp {
  const key = [1, 2, 3, 4, 5, 6, 7].map((part) => mix(seed, 90, part).toString(16).padStart(8, '0')).join('');
  return {
    partnerId: 2_000_000 + (mix(seed, 91) % 99_999),
    partnerKey: `shpk${key}`,
    category: 'Seller In House System',
  };
}

/** Calls that an app category may not make (reference, section 1.4). */
const CLOSED: Readonly<Record<SandboxApp['category'], RegExp>> = {
  'Seller In House System': /^$/,
  'ERP System': /\/sellerchat\//,
  'Order Management': /\/(sellerchat|returns|merchant)\/|\/reply_comment$/,
  'Customer Service':
    /\/(account_health|first_mile|merchant)\/|\/(search_package_list|get_shipment_list|get_package_detail|ship_order|get_shipping_parameter|get_comment|reply_comment)$/,
};
export const mayCall = (app: SandboxApp, path: string): boolean => !CLOSED[app.category].test(path);
