import { z } from 'zod';
import { anything, text, wanted } from '../kit/drift.ts';
import type { SourceScan } from '../kit/rows.ts';

/** The service's names of companies, for carriers whose name is widely published, by our slug. */
export const COMPANIES: Readonly<Record<string, string>> = {
  sf: 'shunfeng',
  yto: 'yuantong',
  zto: 'zhongtong',
  sto: 'shentong',
  yunda: 'yunda',
  jt: 'jtexpress',
  ems: 'ems',
  'china-post': 'youzhengguonei',
  jd: 'jd',
};
const BY_COMPANY: ReadonlyMap<string, string> = new Map(
  Object.entries(COMPANIES).map(([slug, company]) => [company, slug]),
);

export const lineSchema = z.object({
  time: wanted(text),
  ftime: text,
  context: wanted(text),
  status: text,
  statusCode: text,
  areaCode: text,
  areaName: text,
  areaCenter: anything,
  areaPinYin: anything,
  location: text,
});
export const resultSchema = z.looseObject({
  com: text,
  nu: text,
  state: text,
  ischeck: text,
  status: text,
  message: text,
  result: z.boolean().nullish(),
  returnCode: text,
  data: z.array(z.unknown()).nullish(),
});

/**
 * A line as a scan, China time. The state of the whole parcel is not given to its newest line: the next answer would give it
 * to another line, and one scan would become two. A line's own code is taken where it is one of the known states; the finer
 * codes (1001, 1002 …) are not verified and stay out.
 */
export function scanOf(line: z.output<typeof lineSchema>, company: string): SourceScan {
  const own = line.statusCode !== null && /^\d{1,2}$/.test(line.statusCode) ? line.statusCode : null;
  return {
    carrier: BY_COMPANY.get(company) ?? company,
    code: null,
    scheme: 'kuaidi100',
    status: own,
    text: line.context ?? null,
    lang: 'zh-CN',
    place: line.areaName ?? line.location,
    rawTime: line.time ?? line.ftime,
    zone: { name: 'Asia/Shanghai', reason: 'carrier' },
  };
}
