import type { WordList } from '../lexicon.ts';
import { listed, phrases } from './phrases.ts';

/** Countries as English scans name them: the markets, their lanes, and where most parcels of the posts go. */
const COUNTRIES = listed(
  `canada, united states, usa, us, uk, united kingdom, netherlands, uae, the united states, the usa, the us, the uk, the united kingdom, great britain, australia, new zealand,
  france, germany, spain, italy, portugal, the netherlands, belgium, austria, switzerland, ireland, poland, sweden, norway, denmark,
  finland, lithuania, latvia, estonia, czech republic, hungary, greece, turkey, russia, ukraine, israel, saudi arabia, the uae, brazil,
  mexico, chile, colombia, china, hong kong, hongkong, taiwan, japan, south korea, korea, singapore, malaysia, thailand, vietnam, indonesia,
  the philippines, philippines, india, south africa`,
);

/** Where line-hauls of this trade begin or pass: to arrive there is no arrival at the buyer's. */
const ON_THE_WAY: ReadonlySet<string> = new Set(['china', 'hong kong', 'hongkong']);

/**
 * Arrival in a country and departure from one, named by its name. A name behind a hub ("departed facility in …") is none of
 * these: it only says where the hub is.
 */
export const COUNTRY_MOVES: WordList = {
  'COUNTRY+ARRIVE': phrases(
    'arrived in *, has arrived in *, reached *, has reached *, entered *, landed in *, arrival in *',
    COUNTRIES.filter((name) => !ON_THE_WAY.has(name)),
  ),
  'COUNTRY+DEPART': phrases(
    'leaving *, has left *, left *, left from *, departed *, departed from *, has departed *, has departed from *, dispatched from *, despatched from *',
    COUNTRIES,
  ),
};

/** The same in Chinese, as China Post and consolidators write it; brackets around the name are blanks in the compared form. */
const ZH_COUNTRIES = listed(
  `美国, 英国, 法国, 德国, 西班牙, 意大利, 葡萄牙, 荷兰, 比利时, 瑞典, 波兰, 俄罗斯, 以色列, 巴西, 墨西哥, 智利, 哥伦比亚, 加拿大, 澳大利亚,
  新西兰, 日本, 韩国, 新加坡, 马来西亚, 泰国, 越南, 印度尼西亚, 印尼, 菲律宾, 印度, 台湾`,
);

/** Airports where parcels leave China: to be on the way to one is no departure yet. */
const ZH_AIRPORTS = listed(
  `香港, 香港国际, 深圳, 广州, 广州白云, 上海, 上海浦东, 浦东, 北京, 北京首都, 杭州, 郑州, 成都, 厦门, 宁波, 昆明, 武汉, 义乌, 长沙, 西安, 青岛, 南京, 鄂州, 澳门`,
);

export const ZH_COUNTRY_MOVES: WordList = {
  'COUNTRY+ARRIVE': phrases(
    '到达*, 到达 *, 抵达*, 抵达 *, 已到达*, 已到达 *, 已抵达*, 已抵达 *',
    ZH_COUNTRIES,
  ),
  'COUNTRY+DEPART': phrases(
    '发往*, 发往 *, 飞往*, 飞往 *, 运往*, 运往 *, 寄往*, 寄往 *, 前往*, 前往 *, 送往*, 送往 *, 驶往*, 驶往 *, 开往*, 开往 *',
    ZH_COUNTRIES,
  ),
  'AIRPORT+NEXT': phrases(
    '发往*机场, 前往*机场, 运往*机场, 送往*机场, 驶往*机场, 开往*机场, 发往*国际机场, 前往*国际机场, 运往*国际机场, 送往*国际机场, 发往 * 机场, 前往 * 机场',
    ZH_AIRPORTS,
  ),
};
