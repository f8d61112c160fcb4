import { DAY, HOUR } from '#shared/time.ts';
import type { Spread, WorldMarket } from './parameters.ts';

/**
 * What differs by market. Currency, zone and language are those of the reference (sites); carrier, channel and places
 * are real names put to invented use; shares, flights and durations are invented.
 */
export interface MarketFacts {
  /** Share of the world's orders. */
  readonly weight: number;
  /** Fixed offset of the buyers' clock, hours east of UTC. None of these markets changes its clocks. */
  readonly offset: number;
  readonly currency: string;
  readonly decimals: 0 | 2;
  /** Price of one US dollar, rounded: makes amounts look right. */
  readonly rate: number;
  readonly language: 'en' | 'ms' | 'th' | 'tl' | 'vi' | 'id' | 'zh-Hant' | 'pt' | 'es';
  /** Weekdays (0 = Sunday, China time) on which the main leg leaves, and the hour. */
  readonly flights: readonly number[];
  readonly flightHour: number;
  readonly flight: Spread;
  /** A stop in a third country. */
  readonly via: string | null;
  readonly airport: string;
  readonly customs: Spread;
  /** Share of parcels that import customs holds. */
  readonly held: number;
  readonly hubs: readonly string[];
  readonly hubDwell: Spread;
  readonly trunk: Spread;
  readonly cities: readonly (readonly [city: string, state: string, zip: string])[];
  /** Share of first delivery attempts that fail. */
  readonly fails: number;
  readonly pickupPoint: number;
  readonly cashOnDelivery: number;
  readonly channel: { readonly id: number; readonly name: string };
  /** Days from order to door that the buyer is told, from and to. */
  readonly promise: readonly [number, number];
  /** Delivery on Sundays. */
  readonly sundays: boolean;
}

const hours = (median: number, sigma: number): Spread => ({ median: median * HOUR, sigma });
const days = (median: number, sigma: number): Spread => ({ median: median * DAY, sigma });

export const MARKET_FACTS: Readonly<Record<WorldMarket, MarketFacts>> = {
  SG: {
    weight: 10,
    offset: 8,
    currency: 'SGD',
    decimals: 2,
    rate: 1.35,
    language: 'en',
    flights: [1, 2, 3, 4, 5, 6],
    flightHour: 23,
    flight: hours(9, 0.25),
    via: null,
    airport: 'Singapore Changi',
    customs: hours(6, 0.5),
    held: 0.01,
    hubs: ['Tuas', 'Changi'],
    hubDwell: hours(7, 0.4),
    trunk: hours(3, 0.3),
    cities: [
      ['Tampines', 'Singapore', '520123'],
      ['Woodlands', 'Singapore', '730456'],
      ['Bedok', 'Singapore', '460208'],
    ],
    fails: 0.05,
    pickupPoint: 0.25,
    cashOnDelivery: 0.02,
    channel: { id: 18028, name: 'Standard Express - International (SG)' },
    promise: [5, 9],
    sundays: false,
  },
  MY: {
    weight: 16,
    offset: 8,
    currency: 'MYR',
    decimals: 2,
    rate: 4.4,
    language: 'ms',
    flights: [1, 3, 5, 6],
    flightHour: 22,
    flight: hours(11, 0.3),
    via: null,
    airport: 'KLIA',
    customs: hours(10, 0.6),
    held: 0.02,
    hubs: ['Shah Alam', 'Bukit Raja', 'Senai'],
    hubDwell: hours(10, 0.5),
    trunk: hours(12, 0.4),
    cities: [
      ['Petaling Jaya', 'Selangor', '47300'],
      ['Kuala Lumpur', 'Kuala Lumpur', '50480'],
      ['Johor Bahru', 'Johor', '80100'],
      ['Kota Kinabalu', 'Sabah', '88000'],
    ],
    fails: 0.08,
    pickupPoint: 0.06,
    cashOnDelivery: 0.2,
    channel: { id: 28052, name: 'Standard Delivery - International (MY)' },
    promise: [6, 11],
    sundays: false,
  },
  TH: {
    weight: 14,
    offset: 7,
    currency: 'THB',
    decimals: 2,
    rate: 34,
    language: 'th',
    flights: [1, 2, 4, 5, 6],
    flightHour: 20,
    flight: hours(14, 0.3),
    via: null,
    airport: 'สุวรรณภูมิ',
    customs: hours(12, 0.6),
    held: 0.02,
    hubs: ['วังน้อย', 'บางนา'],
    hubDwell: hours(9, 0.5),
    trunk: hours(11, 0.4),
    cities: [
      ['กรุงเทพมหานคร', 'กรุงเทพมหานคร', '10230'],
      ['เชียงใหม่', 'เชียงใหม่', '50000'],
      ['ขอนแก่น', 'ขอนแก่น', '40000'],
    ],
    fails: 0.08,
    pickupPoint: 0.03,
    cashOnDelivery: 0.4,
    channel: { id: 78016, name: 'Standard Delivery - International (TH)' },
    promise: [6, 11],
    sundays: true,
  },
  PH: {
    weight: 12,
    offset: 8,
    currency: 'PHP',
    decimals: 2,
    rate: 57,
    language: 'tl',
    flights: [2, 4, 6],
    flightHour: 21,
    flight: hours(13, 0.3),
    via: null,
    airport: 'NAIA Manila',
    customs: hours(20, 0.7),
    held: 0.03,
    hubs: ['Calamba', 'Parañaque'],
    hubDwell: hours(16, 0.6),
    trunk: hours(26, 0.6),
    cities: [
      ['Quezon City', 'Metro Manila', '1100'],
      ['Cebu City', 'Cebu', '6000'],
      ['Davao City', 'Davao del Sur', '8000'],
    ],
    fails: 0.12,
    pickupPoint: 0.02,
    cashOnDelivery: 0.55,
    channel: { id: 48020, name: 'Standard International (PH)' },
    promise: [7, 13],
    sundays: false,
  },
  VN: {
    weight: 12,
    offset: 7,
    currency: 'VND',
    decimals: 0,
    rate: 25000,
    language: 'vi',
    flights: [1, 2, 3, 4, 5, 6, 0],
    flightHour: 18,
    flight: hours(16, 0.3),
    via: null,
    airport: 'Hữu Nghị',
    customs: hours(14, 0.6),
    held: 0.02,
    hubs: ['Bắc Ninh', 'Củ Chi'],
    hubDwell: hours(10, 0.5),
    trunk: hours(18, 0.5),
    cities: [
      ['Quận Cầu Giấy', 'Hà Nội', ''],
      ['Quận 7', 'TP. Hồ Chí Minh', ''],
      ['Quận Hải Châu', 'Đà Nẵng', ''],
    ],
    fails: 0.1,
    pickupPoint: 0.02,
    cashOnDelivery: 0.6,
    channel: { id: 58013, name: 'Nhanh - Quốc tế (VN)' },
    promise: [6, 11],
    sundays: true,
  },
  ID: {
    weight: 12,
    offset: 7,
    currency: 'IDR',
    decimals: 0,
    rate: 16000,
    language: 'id',
    flights: [2, 4, 6],
    flightHour: 19,
    flight: hours(15, 0.3),
    via: null,
    airport: 'Soekarno-Hatta',
    customs: hours(26, 0.7),
    held: 0.04,
    hubs: ['Cakung', 'Surabaya'],
    hubDwell: hours(14, 0.5),
    trunk: hours(24, 0.6),
    cities: [
      ['Jakarta Selatan', 'DKI Jakarta', '12430'],
      ['Bandung', 'Jawa Barat', '40111'],
      ['Makassar', 'Sulawesi Selatan', '90111'],
    ],
    fails: 0.09,
    pickupPoint: 0.02,
    cashOnDelivery: 0.45,
    channel: { id: 88014, name: 'Standard Express - Luar Negeri (ID)' },
    promise: [7, 13],
    sundays: false,
  },
  TW: {
    weight: 12,
    offset: 8,
    currency: 'TWD',
    decimals: 0,
    rate: 32,
    language: 'zh-Hant',
    flights: [1, 2, 3, 4, 5, 6, 0],
    flightHour: 21,
    flight: hours(8, 0.25),
    via: null,
    airport: '桃園機場',
    customs: hours(8, 0.5),
    held: 0.02,
    hubs: ['龜山', '大園'],
    hubDwell: hours(8, 0.4),
    trunk: hours(7, 0.4),
    cities: [
      ['台北市信義區', '台北市', '110'],
      ['台中市西屯區', '台中市', '407'],
      ['高雄市左營區', '高雄市', '813'],
    ],
    fails: 0.04,
    pickupPoint: 0.75,
    cashOnDelivery: 0.3,
    channel: { id: 38025, name: '蝦皮海外 - 宅配/超商' },
    promise: [5, 10],
    sundays: true,
  },
  BR: {
    weight: 7,
    offset: -3,
    currency: 'BRL',
    decimals: 2,
    rate: 5.4,
    language: 'pt',
    flights: [3, 6],
    flightHour: 23,
    flight: hours(44, 0.25),
    via: 'Doha',
    airport: 'Viracopos',
    customs: hours(58, 0.7),
    held: 0.06,
    hubs: ['Cajamar', 'Contagem', 'São João de Meriti'],
    hubDwell: hours(22, 0.6),
    trunk: days(1.6, 0.6),
    cities: [
      ['São Paulo', 'SP', '04543000'],
      ['Belo Horizonte', 'MG', '30130000'],
      ['Recife', 'PE', '50030000'],
      ['Porto Alegre', 'RS', '90010000'],
    ],
    fails: 0.09,
    pickupPoint: 0.04,
    cashOnDelivery: 0,
    channel: { id: 90021, name: 'Shopee Xpress - Internacional' },
    promise: [11, 21],
    sundays: false,
  },
  MX: {
    weight: 5,
    offset: -6,
    currency: 'MXN',
    decimals: 2,
    rate: 18,
    language: 'es',
    flights: [2, 5],
    flightHour: 22,
    flight: hours(40, 0.25),
    via: 'Anchorage',
    airport: 'AIFA',
    customs: hours(40, 0.7),
    held: 0.05,
    hubs: ['Tepotzotlán', 'Guadalajara'],
    hubDwell: hours(18, 0.5),
    trunk: days(1.3, 0.5),
    cities: [
      ['Ciudad de México', 'CDMX', '06600'],
      ['Guadalajara', 'Jalisco', '44100'],
      ['Mérida', 'Yucatán', '97000'],
    ],
    fails: 0.1,
    pickupPoint: 0.03,
    cashOnDelivery: 0.15,
    channel: { id: 100010, name: 'Envío Internacional' },
    promise: [10, 18],
    sundays: false,
  },
};

/** The seller's side: China, eight hours east of UTC all year. */
export const SELLER = 'CN';
export const SELLER_OFFSET = 8;
export const WAREHOUSE = { id: 'TWS01', place: '深圳龙岗转运仓', airport: '深圳宝安机场' } as const;
