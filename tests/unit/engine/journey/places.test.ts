import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Market } from '#shared/model/market.ts';
import type { PlaceGuess, Side } from '#shared/model/place.ts';
import { loadPlaces } from '../../../../main/engine/journey/places/index.ts';
import { distanceKm } from '../../../../main/engine/journey/places/resolve.ts';

const places = await loadPlaces();
const read = (text: string, market: Market | null, side: Side, previous: PlaceGuess | null = null) =>
  places.resolve(text, { market, side, carrier: null, previous });
const best = (text: string, market: Market | null, side: Side) => read(text, market, side).candidates[0];

describe('names in the scripts that carriers write', () => {
  it.each([
    ['深圳', 'MY', 'origin', 'Shenzhen', 'CN', 'city'],
    ['广东东莞', 'BR', 'origin', 'Dongguan', 'CN', 'city'],
    ['浙江省金华市义乌市', 'BR', 'origin', 'Yiwu', 'CN', 'city'],
    ['深圳宝安分拨中心', 'MY', 'origin', "Bao'an", 'CN', 'city'],
    ['【东莞虎门】', 'BR', 'origin', 'Humen', 'CN', 'city'],
    ['曼谷', 'TH', 'destination', 'Bangkok', 'TH', 'city'],
    ['台北市', 'TW', 'destination', 'Taipei', 'TW', 'city'],
    ['桃園機場', 'TW', 'destination', 'Taipei Taoyuan Airport', 'TW', 'hub'],
    ['กรุงเทพฯ', 'TH', 'destination', 'Bangkok', 'TH', 'city'],
    ['ศูนย์คัดแยกบางนา', 'TH', 'destination', 'Bang Na', 'TH', 'city'],
    ['Bưu cục Cầu Giấy, Hà Nội', 'VN', 'destination', 'Hanoi', 'VN', 'city'],
    ['TP. HCM', 'VN', 'destination', 'Ho Chi Minh City', 'VN', 'city'],
    ['Kho Bình Dương', 'VN', 'destination', 'Bình Dương', 'VN', 'region'],
    ['SÃO PAULO / SP', 'BR', 'destination', 'São Paulo', 'BR', 'city'],
    ['Ciudad de México', 'MX', 'destination', 'Mexico City', 'MX', 'city'],
    ['Bogotá D.C.', 'CO', 'destination', 'Bogotá', 'CO', 'city'],
  ] as const)('%s', (text, market, side, name, country, precision) => {
    expect(best(text, market, side)).toMatchObject({ name, country, precision });
  });

  it('reads a name alike with and without its marks, in capitals and in small letters', () => {
    for (const [one, other] of [
      ['Hà Nội', 'HA NOI'],
      ['São Paulo', 'sao paulo'],
      ['Querétaro', 'QUERETARO'],
    ] as const) {
      expect(best(one, null, null)?.id).toBe(best(other, null, null)?.id);
    }
  });
});

describe('yards, airports and codes', () => {
  it.each([
    ['Shah Alam Hub', 'MY', 'Shah Alam'],
    ['SOC Samut Prakan', 'TH', 'Samut Prakan'],
    ['DC Cakung', 'ID', 'Cakung'],
    ['CTE Cajamar', 'BR', 'Cajamar'],
    ['HCM SOC', 'VN', 'Ho Chi Minh City'],
    ['Pos Laju Rawang', 'MY', 'Rawang'],
    ['Pusat Mel Nasional', 'MY', 'Pusat Mel Nasional'],
    ['SGSINN', 'SG', 'Singapore Changi Airport'],
    ['CNSZX', 'MY', "Shenzhen Bao'an Airport"],
    ['HKG', 'MY', 'Hong Kong Airport'],
    ['KUL GATEWAY', 'MY', 'Kuala Lumpur Airport'],
    ['Aeroporto Viracopos', 'BR', 'Viracopos Airport'],
  ] as const)('%s', (text, market, name) => {
    expect(best(text, market, null)?.name).toBe(name);
  });

  it.each([
    'SZX',
    'CAN',
    'HKG',
    'PVG',
    'HGH',
    'XMN',
    'CGO',
    'EHU',
    'TPE',
    'BKK',
    'KUL',
    'SIN',
    'CGK',
    'MNL',
    'SGN',
  ])('%s is its airport', (code) => {
    expect(best(code, null, null)).toMatchObject({ id: `h:${code}`, precision: 'hub' });
  });

  it('takes a country where nothing finer is said', () => {
    expect(best('Germany', null, null)).toMatchObject({ id: 'n:DE', precision: 'country' });
    expect(best('马来西亚', 'MY', 'destination')).toMatchObject({ id: 'n:MY', country: 'MY' });
  });

  it('tells a state from a country by the town before it', () => {
    expect(best('Boston, MA', null, null)).toMatchObject({ country: 'US' });
    expect(best('LETHBRIDGE, AB, T1H5K9, CA', null, null)).toMatchObject({ country: 'CA' });
    expect(best('Munich, 54321, DE', null, null)).toMatchObject({ country: 'DE' });
  });
});

describe('several places of one name', () => {
  it('are all shown where nothing decides', () => {
    const { ambiguous, candidates } = read('Santiago', null, null);
    expect(ambiguous).toBe(true);
    const countries = candidates.map(({ country }) => country);
    expect(countries).toEqual(expect.arrayContaining(['CL', 'PH', 'BR', 'MX']));
    expect(read('San Juan', null, null).ambiguous).toBe(true);
    expect(read('Santa Rosa', 'PH', 'destination').ambiguous).toBe(true);
  });

  it('are decided by the market, the end of the journey and the text itself', () => {
    expect(read('Santiago', 'CL', 'destination').ambiguous).toBe(false);
    expect(best('Santiago', 'CL', 'destination')?.country).toBe('CL');
    expect(best('San Juan', 'PH', 'destination')?.country).toBe('PH');
    expect(best('中山', 'BR', 'origin')).toMatchObject({ country: 'CN' });
    expect(best('中山', 'TW', 'destination')).toMatchObject({ country: 'TW' });
    expect(best('Valencia, Spain', 'CO', null)?.country).toBe('ES');
  });

  it('are decided by where the parcel was', () => {
    const santos = best('Santa Rosa, Laguna', 'PH', 'destination');
    const far = best('Davao', 'PH', 'destination');
    expect(santos && far).toBeTruthy();
    const near = read('San Juan', 'PH', 'destination', best('Manila', 'PH', 'destination') ?? null)
      .candidates[0];
    expect(near && distanceKm(near, { lat: 14.6, lon: 120.98 })).toBeLessThan(200);
  });
});

describe('what is no place', () => {
  it.each(['', '   ', 'CUSTOMER', 'Somewhere', '中心', '🚚📦', '\uFFFD\uFFFD', '12345', 'the hub', '-'])(
    '%j',
    (text) => {
      expect(read(text, 'MY', 'destination').candidates).toEqual([]);
    },
  );

  it('looks through markup, emoji and text that was decoded wrongly', () => {
    expect(best('<b>Shah&nbsp;Alam</b> 📦', 'MY', 'destination')?.name).toBe('Shah Alam');
    const spoiled = String.fromCharCode(...new TextEncoder().encode('深圳'));
    expect(best(spoiled, 'MY', 'origin')?.name).toBe('Shenzhen');
  });
});

describe('for any text', () => {
  it('answers with places on the globe, the surest first, the same each time', () => {
    const part = fc.constantFrom(
      'Shah Alam',
      '深圳',
      'Hà Nội',
      'กรุงเทพ',
      'SP',
      'hub',
      ',',
      '-',
      'CN',
      'San Juan',
      '省',
      'DC',
    );
    const text = fc.oneof(
      fc.array(part, { maxLength: 5 }).map((parts) => parts.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 300 }),
    );
    const market = fc.constantFrom<Market | null>('MY', 'TW', 'CL', null);
    const side = fc.constantFrom<Side>('origin', 'destination', null);
    fc.assert(
      fc.property(text, market, side, (raw, to, end) => {
        const found = read(raw, to, end);
        expect(read(raw, to, end)).toEqual(found);
        const sure = found.candidates.map(({ confidence }) => confidence);
        expect(sure).toEqual(sure.toSorted((a, b) => b - a));
        expect(sure.every((one) => one > 0 && one <= 1)).toBe(true);
        expect(found.candidates.every(({ lat, lon }) => Math.abs(lat) <= 90 && Math.abs(lon) <= 180)).toBe(
          true,
        );
        expect(found.ambiguous && found.candidates.length < 2).toBe(false);
        for (const { id } of found.candidates) expect(places.byId(id)?.id).toBe(id);
      }),
      { numRuns: 400 },
    );
  });
});

it('knows the zone of a place, and none where the place is not clear', () => {
  const zone = (text: string, market: Market | null) =>
    places.zoneOf(text, { market, side: null, carrier: null, previous: null });
  expect(zone('深圳', 'BR')).toBe('Asia/Shanghai');
  expect(zone('Manaus', 'BR')).toBe('America/Manaus');
  expect(zone('New York, NY', null)).toBe('America/New_York');
  expect(zone('Brazil', 'BR')).toBeNull();
  expect(zone('Santiago', null)).toBeNull();
  expect(zone('CUSTOMER', 'BR')).toBeNull();
});
