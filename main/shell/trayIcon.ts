/** Digits as 3×5 dots, top to bottom, three bits a row. */
const DIGITS: readonly (readonly number[])[] = [
  [7, 5, 5, 5, 7],
  [2, 6, 2, 2, 7],
  [7, 1, 7, 4, 7],
  [7, 1, 7, 1, 7],
  [5, 5, 7, 1, 1],
  [7, 4, 7, 1, 7],
  [7, 4, 7, 5, 7],
  [7, 1, 1, 2, 2],
  [7, 5, 7, 5, 7],
  [7, 5, 7, 1, 7],
];
const PLUS = [0, 2, 7, 2, 0] as const;
type Colour = readonly [red: number, green: number, blue: number];
const SEA: Colour = [32, 96, 138];
const MARK: Colour = [238, 138, 38];
const WHITE: Colour = [255, 255, 255];
const BADGE: Colour = [196, 32, 44];

/** What the badge says: nothing, one or two digits, or "9+" beyond ninety-nine. */
export function badgeText(count: number): string {
  if (count <= 0) return '';
  return count > 99 ? '9+' : String(count);
}

/**
 * Draws the sea mark (a beacon on a wave) and, from 1 on, the count in a badge.
 * Answers size × size pixels of four bytes: blue, green, red, alpha, as `nativeImage.createFromBitmap` takes them.
 */
export function drawIcon(size: number, count: number): Buffer {
  const pixels = Buffer.alloc(size * size * 4);
  const dot = (x: number, y: number, [red, green, blue]: Colour): void => {
    if (x < 0 || y < 0 || x >= size || y >= size) return;
    pixels.set([blue, green, red, 255], (y * size + x) * 4);
  };
  const fill = (inside: (x: number, y: number) => boolean, colour: Colour): void => {
    for (let y = 0; y < size; y += 1) {
      for (let x = 0; x < size; x += 1) {
        if (inside((x + 0.5) / size, (y + 0.5) / size)) dot(x, y, colour);
      }
    }
  };
  fill((x, y) => Math.hypot(x - 0.5, y - 0.5) <= 0.5, SEA);
  fill((x, y) => y > 0.16 && y < 0.68 && Math.abs(x - 0.5) < 0.05 + (y - 0.16) * 0.34, MARK);
  fill((x, y) => Math.abs(y - 0.76 - 0.03 * Math.sin(x * 18)) < 0.05 && x > 0.18 && x < 0.82, WHITE);

  const text = badgeText(count);
  if (text === '') return pixels;
  const step = Math.max(1, Math.floor(size / 10));
  const width = (text.length * 4 + 1) * step;
  const height = 7 * step;
  const left = size - width;
  const top = size - height;
  for (let y = top; y < size; y += 1) for (let x = left; x < size; x += 1) dot(x, y, BADGE);
  Array.from(text).forEach((sign, index) => {
    const rows = sign === '+' ? PLUS : (DIGITS[Number(sign)] ?? PLUS);
    rows.forEach((bits, row) => {
      for (let column = 0; column < 3; column += 1) {
        if (((bits >> (2 - column)) & 1) === 0) continue;
        for (let dy = 0; dy < step; dy += 1) {
          for (let dx = 0; dx < step; dx += 1) {
            dot(left + (index * 4 + 1 + column) * step + dx, top + (1 + row) * step + dy, WHITE);
          }
        }
      }
    });
  });
  return pixels;
}
