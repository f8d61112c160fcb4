import { z } from 'zod';
import { anything, text, wanted } from '../kit/drift.ts';
import { placeOf, type SourceScan } from '../kit/rows.ts';

export const scanSchema = z.object({
  scanTime: wanted(text),
  desc: text,
  scanType: text,
  scanTypeCode: text,
  scanNetworkName: text,
  scanNetworkId: anything,
  scanNetworkProvince: text,
  scanNetworkCity: text,
  scanNetworkArea: text,
  scanNetworkCountry: text,
  problemType: text,
  remark: text,
  nextStopName: text,
  // People: read by nobody here.
  staffName: anything,
  staffContact: anything,
  scanNetworkContact: anything,
  scanNetworkTypeName: anything,
  sigPicUrl: anything,
  longitude: anything,
  latitude: anything,
  otp: anything,
  secondLevelTypeCode: anything,
  wcTraceFlag: anything,
  postCode: anything,
  paymentStatus: anything,
  paymentMethod: anything,
  realWeight: anything,
});

export const traceSchema = z.looseObject({ billCode: z.string(), details: z.array(z.unknown()).nullish() });

/** A wall clock of the country; the code as it came (110 is told apart by the parcel's other codes, in `journey`). */
export function scanOf(scan: z.output<typeof scanSchema>, country: string): SourceScan {
  return {
    carrier: `jt-${country}`,
    code: scan.scanTypeCode ?? scan.scanType,
    scheme: null,
    status: scan.scanTypeCode === null ? null : scan.scanType,
    text: scan.desc ?? scan.scanType,
    lang: null,
    place:
      scan.scanNetworkName ??
      placeOf(scan.scanNetworkCity, scan.scanNetworkProvince, scan.scanNetworkCountry),
    rawTime: scan.scanTime ?? null,
  };
}
