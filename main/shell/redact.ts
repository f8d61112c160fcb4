/** What must never reach a log, a notification or a report file, whatever slipped into a fact. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '<e-mail>'],
  // Long tokens and keys: 24 and more of base64, hex or URL-safe characters in a row with a digit among them.
  [/(?<![\w/+-])(?=[\w+/=-]*\d)[\w+/=-]{24,}/g, '<token>'],
  // Phone numbers: 8 to 15 digits, with the usual separators, with or without a country code.
  [/(?<![\w.])\+?\d(?:[ ()-]?\d){7,14}(?![\w.])/g, '<number>'],
];

/** Replaces everything that looks like a phone number, an e-mail address or a long token. */
export function redact(text: string): string {
  return PATTERNS.reduce((done, [pattern, word]) => done.replace(pattern, word), text);
}
