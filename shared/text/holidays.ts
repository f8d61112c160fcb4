import type { UiLang } from './define.ts';

/**
 * Holidays in the operator's languages. The tables name a day in its country's language; a day is recognised here by a
 * part of that name. Order matters: the first that fits wins (Tahun Baharu Cina before Tahun Baharu).
 */
const HOLIDAYS: readonly (readonly [parts: string, en: string, zh: string])[] = [
  ['休息日|放假日|Ngày nghỉ|วันหยุดพิเศษ|Additional special|Cuti Peristiwa', 'special day off', '特别假日'],
  ['农历除夕|農曆除夕|Giao thừa|29 Tết', "Lunar New Year's Eve", '农历除夕'],
  ['春节|春節|Tahun Baharu Cina|Imlek|Tết Nguyên Đán|Chinese New Year', 'Lunar New Year', '春节'],
  [
    '元旦|開國紀念日|วันขึ้นปีใหม่|Tết Dương lịch|Tahun Baru Masehi|Confraternização Universal|Año Nuevo|New Year',
    "New Year's Day",
    '元旦',
  ],
  ['Tahun Baru Islam|Awal Muharam', 'Islamic New Year', '伊斯兰新年'],
  ['Tahun Baharu', "New Year's Day", '元旦'],
  ['วันสิ้นปี|Last Day of the Year', "New Year's Eve", '跨年夜'],
  ['清明节|民族掃墓節', 'Tomb-Sweeping Day', '清明节'],
  ['兒童節', "Children's Day", '儿童节'],
  [
    '劳动节|勞動節|วันแรงงาน|Quốc tế Lao động|Hari Buruh|Hari Pekerja|Labour Day|Labor Day|Trabalhador|del Trabajo',
    'Labour Day',
    '劳动节',
  ],
  ['端午', 'Dragon Boat Festival', '端午节'],
  ['中秋', 'Mid-Autumn Festival', '中秋节'],
  ['国庆节|國慶日|Quốc khánh|National Day|Hari Kebangsaan|วันชาติ', 'National Day', '国庆日'],
  ['和平紀念日', 'Peace Memorial Day', '和平纪念日'],
  ['孔子誕辰', "Teachers' Day", '教师节'],
  ['光復暨金門', 'Retrocession Day', '光复节'],
  ['行憲紀念日', 'Constitution Day', '行宪纪念日'],
  ['สงกรานต์', 'Songkran', '泼水节'],
  ['มาฆบูชา', 'Makha Bucha', '万佛节'],
  ['วิสาขบูชา|Hari Wesak|Waisak|Vesak', 'Vesak Day', '卫塞节'],
  ['อาสาฬหบูชา', 'Asalha Bucha', '三宝节'],
  ['เข้าพรรษา', 'Buddhist Lent', '守夏节'],
  ['มหาจักรีบรมราชวงศ์', 'Chakri Day', '却克里王朝纪念日'],
  ['ฉัตรมงคล', 'Coronation Day', '加冕纪念日'],
  ['นวมินทรมหาราช', 'King Bhumibol Memorial Day', '九世王纪念日'],
  ['ปิยมหาราช', 'Chulalongkorn Day', '五世王纪念日'],
  ['บรมชนกาธิเบศร|วันพ่อ', "Father's Day", '父亲节'],
  ['พระบรมราชชนนี|วันแม่', "Mother's Day", '母亲节'],
  ['สุทิดา', "Queen's Birthday", '王后诞辰'],
  ['วชิรเกล้าเจ้าอยู่หัว', "King's Birthday", '国王诞辰'],
  ['วันเด็ก', "Children's Day", '儿童节'],
  ['วันรัฐธรรมนูญ|Constitución', 'Constitution Day', '宪法日'],
  ['Giỗ Tổ Hùng Vương', "Hung Kings' Day", '雄王祭祖日'],
  ['Ngày Chiến thắng', 'Reunification Day', '统一日'],
  ['Isra', 'Ascension of the Prophet', '登霄节'],
  ['Maulid|Nabi Muhammad S.A.W.', "Prophet's Birthday", '圣纪节'],
  ["Idul Fitri|Hari Raya Puasa|Eid'l Fitr", 'Eid al-Fitr', '开斋节'],
  ["Idul Adha|Hari Raya Qurban|Hari Raya Haji|Eid'l Adha", 'Eid al-Adha', '宰牲节'],
  ['Nyepi', 'Day of Silence', '静居日'],
  ['Wafat Yesus|Good Friday|Sexta-feira Santa|Viernes Santo', 'Good Friday', '耶稣受难日'],
  ['Maundy Thursday|Jueves Santo', 'Maundy Thursday', '濯足节'],
  ['Black Saturday|Sábado Santo', 'Holy Saturday', '圣周六'],
  ['Kebangkitan Yesus', 'Easter Sunday', '复活节'],
  ['Kenaikan Yesus|Ascensión del señor', 'Ascension Day', '耶稣升天节'],
  ['Pancasila', 'Pancasila Day', '建国五基诞生日'],
  ['Pemilihan|Elections|Polling Day', 'Election Day', '选举日'],
  ['Deepavali', 'Deepavali', '屠妖节'],
  ['Thaipusam', 'Thaipusam', '大宝森节'],
  ['Hari Malaysia', 'Malaysia Day', '马来西亚日'],
  ['Yang di-Pertuan Agong', "King's Birthday", '国家元首诞辰'],
  ['Keputeraan|Hari Jadi Yang di-Pertua|Raja Perlis', "state ruler's birthday", '州元首诞辰'],
  ['Hari Hol', 'day of remembrance of a ruler', '州苏丹忌辰'],
  ['Pertabalan', 'coronation of a ruler', '州苏丹登基纪念日'],
  ['Nuzul', 'Nuzul Al-Quran', '可兰经降世日'],
  ['Awal Ramadan', 'beginning of Ramadan', '斋戒月首日'],
  ['Arafah', 'Arafat Day', '阿拉法特日'],
  ['Kaamatan|Gawai', 'Harvest Festival', '丰收节'],
  ['Wilayah Persekutuan', 'Federal Territory Day', '联邦直辖区日'],
  ['Warisan Dunia', 'World Heritage Day', '世界文化遗产日'],
  ['Kagitingan', 'Day of Valor', '勇士日'],
  ['Ninoy Aquino', 'Ninoy Aquino Day', '尼诺·阿基诺日'],
  ['National Heroes', 'National Heroes Day', '民族英雄日'],
  ['Bonifacio', 'Bonifacio Day', '博尼法西奥日'],
  ['Rizal', 'Rizal Day', '黎刹日'],
  ['Souls|Finados', "All Souls' Day", '万灵节'],
  ['All Saints|Todos los Santos', "All Saints' Day", '万圣节'],
  ['Immaculate Conception|Inmaculada Concepción', 'Immaculate Conception', '圣母无原罪日'],
  ['Juárez', "Benito Juárez's Birthday", '胡亚雷斯诞辰'],
  ['Christmas Eve|Krismas (Eve)', 'Christmas Eve', '平安夜'],
  ['Natal|Navidad|Christmas|Krismas', 'Christmas Day', '圣诞节'],
  ['Tiradentes', 'Tiradentes', '蒂拉登特斯日'],
  ['Nossa Senhora Aparecida', 'Our Lady of Aparecida', '阿帕雷西达圣母节'],
  ['Proclamação da República', 'Republic Day', '共和国日'],
  ['Consciência Negra', 'Black Awareness Day', '黑人觉醒日'],
  ['Carnaval', 'Carnival', '狂欢节'],
  ['Revolución', 'Revolution Day', '革命纪念日'],
  ['Poder Ejecutivo', 'change of president', '总统交接日'],
  ['Reyes Magos', 'Epiphany', '主显节'],
  ['San José', "Saint Joseph's Day", '圣若瑟节'],
  ['Corpus Christi', 'Corpus Christi', '基督圣体节'],
  ['Sagrado Corazón', 'Sacred Heart', '圣心节'],
  ['San Pedro', 'Saints Peter and Paul', '圣彼得和圣保罗节'],
  ['Boyacá', 'Battle of Boyacá', '博亚卡战役纪念日'],
  ['Asunción|Assunção', 'Assumption of Mary', '圣母升天节'],
  ['de la Raza|dos Mundos', 'Day of the two worlds', '美洲发现日'],
  ['Chiquinquirá', 'Our Lady of Chiquinquirá', '奇金基拉圣母节'],
  ['Virgen del Carmen', 'Our Lady of Mount Carmel', '加尔默罗圣母节'],
  ['Glorias Navales', 'Navy Day', '海军节'],
  ['Glorias del Ejército', 'Army Day', '陆军节'],
  ['Pueblos Indígenas', "Indigenous Peoples' Day", '原住民日'],
  ['Evangélicas', 'Reformation Day', '宗教改革日'],
  ['Fiestas Patrias', 'national holidays', '国庆假期'],
  ['Independence|Independencia|Independência|Kemerdekaan', 'Independence Day', '独立日'],
];

const LISTED = HOLIDAYS.map(([parts, en, zh]) => ({ parts: parts.split('|'), en, 'zh-CN': zh }));

/**
 * A holiday's name in the operator's language, from its name in the tables (several on one day are divided by `; `). A
 * part that is not recognised (many holidays of single states) stays as it is.
 */
export function holidayName(lang: UiLang, name: string): string {
  const parts = name.split('; ').map((part) => {
    const found = LISTED.find((entry) => entry.parts.some((known) => part.includes(known)));
    return found ? found[lang] : part;
  });
  return [...new Set(parts)].join(lang === 'en' ? ', ' : '、');
}
