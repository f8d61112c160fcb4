const NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
/** Words for whole weeks, beside ranges and lists. */
const WORDS: Readonly<Record<string, string>> = { daily: 'mon-sun', everyday: 'mon-sun', all: 'mon-sun' };

/** Which weekdays are worked: seven flags, Monday first. At least one is set. */
export type Week = readonly boolean[];

const weeks = new Map<string, Week | null>();

/**
 * Reads a working week: a range (`mon-fri`, `mon-sat`, over the weekend `sun-thu`), `daily`, a single day, or a list of
 * those divided by comma, semicolon, plus, slash or space. Full names, ISO numbers (`1-5`, Monday is 1), seven flags from
 * Monday on (`1111100`) and any case are understood. Null when not.
 */
export function parseWeek(text: string): Week | null {
  const known = weeks.get(text);
  if (known !== undefined) return known;
  const read = readWeek(text);
  if (weeks.size < 1_000) weeks.set(text, read);
  return read;
}

function readWeek(text: string): Week | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replaceAll(/\s*[-–—~]\s*|\s+to\s+/g, '-');
  if (/^[01]{7}$/.test(plain)) return plain.includes('1') ? Array.from(plain, (flag) => flag === '1') : null;
  const parts = (WORDS[plain] ?? plain).split(/[,;+/\s]+/).filter((part) => part !== '');
  const worked = Array.from({ length: 7 }, () => false);
  for (const part of parts) {
    const [first, last = first, ...rest] = part.split('-').map(indexOf);
    if (first === undefined || first < 0 || last === undefined || last < 0 || rest.length > 0) return null;
    for (let day = first; ; day = (day + 1) % 7) {
      worked[day] = true;
      if (day === last) break;
    }
  }
  return worked.includes(true) ? worked : null;
}

/** `mon`, `tues`, `thursday`: at least three letters of the English name; or `1` to `7`. */
function indexOf(word: string): number {
  if (/^[1-7]$/.test(word)) return Number(word) - 1;
  const full = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const index = NAMES.indexOf(word.slice(0, 3));
  return index >= 0 && full[index]?.startsWith(word) ? index : -1;
}
