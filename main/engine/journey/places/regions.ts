/** A division of a country: ISO code of the country, its seat by GeoNames' name, then its names, ours first. */
type Region = readonly [country: string, seat: string, ...names: string[]];

const of = (country: string, lines: string): Region[] =>
  lines
    .trim()
    .split('\n')
    .map((line): Region => {
      const [seat = '', ...names] = line.trim().split('|');
      return [country, seat, ...names];
    });

/** Provinces and states of the countries that parcels leave and reach, with the names that scans have for them. */
export const REGIONS: readonly Region[] = [
  ...of(
    'CN',
    `Guangzhou|Guangdong|广东|廣東|粤|Guangdong Province
Hangzhou|Zhejiang|浙江
Nanjing|Jiangsu|江苏|江蘇
Fuzhou|Fujian|福建
Jinan|Shandong|山东|山東
Zhengzhou|Henan|河南
Shijiazhuang|Hebei|河北
Wuhan|Hubei|湖北
Changsha|Hunan|湖南
Nanchang|Jiangxi|江西
Hefei|Anhui|安徽
Nanning|Guangxi|广西|廣西
Chengdu|Sichuan|四川
Kunming|Yunnan|云南|雲南
Guiyang|Guizhou|贵州|貴州
Xi'an|Shaanxi|陕西|陝西
Taiyuan|Shanxi|山西
Lanzhou|Gansu|甘肃|甘肅
Xining|Qinghai|青海
Yinchuan|Ningxia|宁夏
Ürümqi|Xinjiang|新疆
Lhasa|Tibet|西藏
Hohhot|Inner Mongolia|内蒙古|内蒙
Shenyang|Liaoning|辽宁|遼寧
Changchun|Jilin|吉林
Harbin|Heilongjiang|黑龙江|黑龍江
Haikou|Hainan|海南`,
  ),
  ...of(
    'MY',
    `Shah Alam|Selangor|雪兰莪|雪蘭莪
Johor Bahru|Johor|Johore|柔佛
George Town|Penang|Pulau Pinang|槟城|檳城
Ipoh|Perak|霹雳
Seremban|Negeri Sembilan|森美兰
Malacca|Melaka|马六甲
Kuantan|Pahang|彭亨
Kuala Terengganu|Terengganu|登嘉楼
Kota Bharu|Kelantan|吉兰丹
Alor Setar|Kedah|吉打
Kangar|Perlis|玻璃市
Kuching|Sarawak|砂拉越|砂捞越
Kota Kinabalu|Sabah|沙巴`,
  ),
  ...of(
    'TH',
    `Samut Prakan|Samut Prakan Province|จังหวัดสมุทรปราการ
Chon Buri|Chonburi Province|Chonburi
Phra Nakhon Si Ayutthaya|Ayutthaya|อยุธยา|พระนครศรีอยุธยา
Nakhon Ratchasima|Nakhon Ratchasima Province|Korat
Chiang Mai|Chiang Mai Province|清迈
Surat Thani|Surat Thani Province
Phuket|Phuket Province|普吉
Songkhla|Songkhla Province`,
  ),
  ...of(
    'VN',
    `Thủ Dầu Một|Bình Dương|平阳
Biên Hòa|Đồng Nai|同奈
Bắc Ninh|Bắc Ninh Province
Lạng Sơn|Lạng Sơn Province|谅山
Tân An|Long An
Vũng Tàu|Bà Rịa - Vũng Tàu|Ba Ria Vung Tau
Hưng Yên|Hưng Yên Province
Hạ Long|Quảng Ninh
Nha Trang|Khánh Hòa
Đà Lạt|Lâm Đồng
Buôn Ma Thuột|Đắk Lắk|Dak Lak`,
  ),
  ...of(
    'ID',
    `Bandung|West Java|Jawa Barat|Jabar|西爪哇
Semarang|Central Java|Jawa Tengah|Jateng|中爪哇
Surabaya|East Java|Jawa Timur|Jatim|东爪哇
Serang|Banten|万丹
Yogyakarta|Special Region of Yogyakarta|DI Yogyakarta|DIY
Medan|North Sumatra|Sumatera Utara|Sumut
Palembang|South Sumatra|Sumatera Selatan|Sumsel
Pekanbaru|Riau
Tanjung Pinang|Riau Islands|Kepulauan Riau|Kepri
Padang|West Sumatra|Sumatera Barat
Bandar Lampung|Lampung
Denpasar|Bali
Makassar|South Sulawesi|Sulawesi Selatan|Sulsel
Pontianak|West Kalimantan|Kalimantan Barat
Banjarmasin|South Kalimantan|Kalimantan Selatan
Samarinda|East Kalimantan|Kalimantan Timur`,
  ),
  ...of(
    'PH',
    `Manila|Metro Manila|National Capital Region|NCR|大马尼拉
Calamba|Calabarzon|Laguna|Cavite|Batangas|Rizal
San Fernando|Central Luzon|Pampanga|Bulacan
Cebu City|Central Visayas|Cebu
Iloilo|Western Visayas
Davao|Davao Region
Cagayan de Oro|Northern Mindanao`,
  ),
  ...of('TW', `Taipei|Taipei Region|北部`),
  ...of(
    'BR',
    `São Paulo|São Paulo State|SP|Estado de São Paulo|圣保罗州
Rio de Janeiro|Rio de Janeiro State|RJ
Belo Horizonte|Minas Gerais|MG
Vitória|Espírito Santo|ES
Curitiba|Paraná|PR
Florianópolis|Santa Catarina|SC
Porto Alegre|Rio Grande do Sul|RS
Salvador|Bahia|BA
Recife|Pernambuco|PE
Fortaleza|Ceará|CE
Goiânia|Goiás|GO
Brasília|Distrito Federal|DF
Cuiabá|Mato Grosso|MT
Campo Grande|Mato Grosso do Sul|MS
Manaus|Amazonas|AM
Belém|Pará|PA
São Luís|Maranhão|MA
Teresina|Piauí|PI
Natal|Rio Grande do Norte|RN
João Pessoa|Paraíba|PB
Maceió|Alagoas|AL
Aracaju|Sergipe|SE
Porto Velho|Rondônia|RO
Rio Branco|Acre|AC
Macapá|Amapá|AP
Boa Vista|Roraima|RR
Palmas|Tocantins|TO`,
  ),
  ...of(
    'MX',
    `Toluca|State of Mexico|Estado de México|Edomex
Guadalajara|Jalisco
Monterrey|Nuevo León
Puebla|Puebla State
Querétaro|Querétaro State
León de los Aldama|Guanajuato
Tijuana|Baja California
Mérida|Yucatán
Chihuahua|Chihuahua State
Hermosillo|Sonora
Cancún|Quintana Roo
Veracruz|Veracruz State
Culiacán|Sinaloa`,
  ),
  ...of(
    'CO',
    `Medellín|Antioquia
Cali|Valle del Cauca
Barranquilla|Atlántico
Bucaramanga|Santander
Cartagena|Bolívar
Soacha|Cundinamarca`,
  ),
  ...of(
    'CL',
    `Santiago|Santiago Metropolitan|Región Metropolitana|RM
Valparaíso|Valparaíso Region
Concepción|Biobío
Temuco|Araucanía`,
  ),
  ...of(
    'US',
    `Los Angeles|California|CA
New York City|New York State|NY
Boston|Massachusetts|MA
Miami|Florida|FL
Chicago|Illinois|IL
Houston|Texas|TX
Newark|New Jersey|NJ
Seattle|Washington State|WA
Atlanta|Georgia State|GA`,
  ),
  ...of(
    'CA',
    `Toronto|Ontario|ON
Montréal|Quebec|QC|Québec
Vancouver|British Columbia|BC
Calgary|Alberta|AB`,
  ),
];
