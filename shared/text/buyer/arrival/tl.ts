import type { ArrivalWords } from './words.ts';

export const tl: ArrivalWords = {
  stages: {
    INFO: 'paghahanda',
    FIRST_MILE: 'pagkuha sa nagpadala',
    ORIGIN: 'pag-aayos sa pinanggalingan',
    EXPORT: 'customs sa paglabas',
    LINEHAUL: 'biyahe sa ibang bansa',
    IMPORT: 'customs sa pagpasok',
    LAST_MILE: 'lokal na paghahatid',
    CLOSE: 'tapos na',
  },
  arrival:
    'Inaasahang darating ang iyong parcel {number} {oneDay, select, yes {sa {from}} other {sa pagitan ng {from} at {to}}}.',
  late: '{passed, select, yes {Dapat ay dumating ito nang hindi lalampas sa {promise}; paumanhin sa pagkaantala.} other {Malamang na dumating ito pagkatapos ng {promise}, ang ipinangakong petsa.}}',
  withheld:
    '{why, select, stale {Wala pang balita tungkol sa iyong parcel {number} mula noong {since}, mas matagal kaysa karaniwan. Mas mabuting huwag muna kaming magbigay ng petsa kaysa magbigay ng mali.} noScan {Hindi pa na-scan ng courier ang iyong parcel {number}, kaya hindi pa kami makapagbigay ng petsa.} other {Wala nang inaasahang petsa ng dating ang iyong parcel {number}.}}',
  toCome: 'Mga natitirang hakbang:',
  stage:
    '{stage}: karaniwang {time} {sample, plural, =0 {{unseen, select, yes {(palagay: bihirang iulat ang hakbang na ito)} other {(palagay: wala pang parcel na maikukumpara)}}} one {(batay sa # parcel)} other {(batay sa # na parcel)}}',
  dayOff:
    'Walang pasok sa {country} {oneDay, select, yes {sa {date}} other {mula {date} hanggang {to}}}{named, select, yes { ({name})} other {}}{sure, select, yes {} other {; hindi pa kumpirmado ang petsa}}.',
  weather:
    'May inaasahang {kind, select, wind {bagyo} rain {malakas na ulan} snow {makapal na niyebe} other {yelo}} sa {place} {oneDay, select, yes {sa {from}} other {sa pagitan ng {from} at {to}}}; maaaring maantala roon ang iyong parcel.',
  moved:
    '{direction, select, later {Mas huli} other {Mas maaga}} ito nang {time} kaysa sa huli naming inasahan{hasReasons, select, yes {: {reasons}} other {}}.',
  why: {
    news: 'may bagong hakbang na iniulat ang courier',
    waiting: 'walang bagong hakbang na naiulat',
    traffic: 'nagbago ang bilis ng mga parcel sa rutang ito',
    holiday: 'may mga araw na walang pasok',
    trouble: 'may kailangan munang ayusin sa daan',
    strike: 'welga',
    weather: 'lagay ng panahon',
    handover: 'oras ng pag-abot sa courier',
  },
  would: {
    scan: 'Maaaring magbago ang petsang ito sa susunod na ulat ng courier.',
    trouble: 'Kapag naayos na ang problema sa daan, maaaring mas maaga itong dumating.',
    strike: 'Kapag natapos ang welga, maaaring mas maaga itong dumating.',
    weather: 'Kapag bumuti ang panahon, maaaring mas maaga itong dumating.',
    holiday: 'Kung malipat ang araw na hindi pa kumpirmado, magbabago rin ang petsang ito.',
  },
};
