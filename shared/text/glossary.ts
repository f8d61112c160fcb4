/** One word per thing in both languages; a test holds every message to it. `not` lists words that must not be used instead. */
export interface GlossaryEntry {
  readonly en: string;
  readonly zh: string;
  readonly notEn: readonly string[];
  readonly notZh: readonly string[];
}

export const GLOSSARY: readonly GlossaryEntry[] = [
  { en: 'parcel', zh: '包裹', notEn: ['package', 'shipment'], notZh: ['包裏', '货件'] },
  { en: 'waybill', zh: '运单', notEn: ['airway bill', 'consignment note'], notZh: ['面单', '快递单'] },
  { en: 'first mile', zh: '头程', notEn: ['first-leg'], notZh: ['首公里'] },
  { en: 'line-haul', zh: '干线', notEn: ['linehaul', 'line haul'], notZh: [] },
  { en: 'last mile', zh: '末端', notEn: ['last-leg'], notZh: ['尾程', '最后一公里'] },
  { en: 'case', zh: '事项', notEn: ['ticket', 'incident report'], notZh: ['工单', '案例'] },
  { en: 'held', zh: '暂缓', notEn: [], notZh: [] },
  { en: 'release', zh: '放行', notEn: [], notZh: [] },
  { en: 'promise', zh: '承诺时效', notEn: [], notZh: [] },
  { en: 'range', zh: '区间', notEn: [], notZh: [] },
  { en: 'lane', zh: '线路', notEn: ['route lane'], notZh: [] },
  { en: 'follow-up', zh: '跟进', notEn: ['followup'], notZh: [] },
];
