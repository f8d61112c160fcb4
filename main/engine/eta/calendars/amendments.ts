/** A day on which the source's table and what the country does differ. */
export interface Amendment {
  readonly market: string;
  readonly date: string;
  /**
   * `off`: a day off that the table lacks · `worked`: a weekend day that is worked · `ordinary`: no holiday after all ·
   * `tentative`: right, but not yet sure.
   */
  readonly is: 'off' | 'worked' | 'ordinary' | 'tentative';
  /** The name of the day, for `off`. */
  readonly name?: string;
  readonly why: string;
  readonly source: string;
}

const VN_SWAP = 'the government exchanged a working Friday or Monday for a Saturday';
const TH_CHILDREN = 'an observance on a Saturday; no law makes it a day off';
const SG_MOON = 'Muslim holidays are subject to confirmation by the religious authority';

const swap = (
  market: string,
  off: string,
  on: string,
  name: string,
  why: string,
  source: string,
): Amendment[] => [
  { market, date: off, is: 'off', name, why, source },
  { market, date: on, is: 'worked', why, source },
];

/** Laid over the tables when they are read. Each row says why, and by whose word. */
export const AMENDMENTS: readonly Amendment[] = [
  ...swap(
    'VN',
    '2025-05-02',
    '2025-04-26',
    'Ngày nghỉ (thay cho ngày 26/04/2025)',
    VN_SWAP,
    'Ministry of Home Affairs, holidays of 2025',
  ),
  ...swap(
    'VN',
    '2026-01-02',
    '2026-01-10',
    'Ngày nghỉ (thay cho ngày 10/01/2026)',
    VN_SWAP,
    'Government decision of December 2025',
  ),
  ...swap(
    'VN',
    '2026-08-31',
    '2026-08-22',
    'Ngày nghỉ (thay cho ngày 22/08/2026)',
    VN_SWAP,
    'Ministry of Home Affairs, holidays of 2026',
  ),
  ...['2024-01-13', '2025-01-11', '2026-01-10', '2027-01-09'].map(
    (date) =>
      ({
        market: 'TH',
        date,
        is: 'ordinary',
        why: TH_CHILDREN,
        source: 'Cabinet lists of public holidays, which do not have it',
      }) as const,
  ),
  ...['2027-03-10', '2027-05-17'].map(
    (date) =>
      ({
        market: 'SG',
        date,
        is: 'tentative',
        why: SG_MOON,
        source: 'Ministry of Manpower, public holidays of 2027',
      }) as const,
  ),
];

/**
 * Years whose arrangement was not yet published when the table was made: the statutory days are known, which
 * weekdays are bridged and which weekends are worked is not. Every day off of theirs is tentative.
 */
export const UNPUBLISHED: readonly {
  readonly market: string;
  readonly year: string;
  readonly why: string;
}[] = [
  {
    market: 'CN',
    year: '2027',
    why: 'The State Council publishes the adjusted days each autumn for the year after.',
  },
];
