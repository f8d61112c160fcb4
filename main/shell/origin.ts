/** The page's own address. A standard, secure scheme of our own: no page is ever loaded from a file path. */
export const SCHEME = 'app';
export const HOST = 'seamark';
export const PAGE = `${SCHEME}://${HOST}/`;

/** Whether an address is our page: by the URL parser, never by substring. Blank and malformed are not ours. */
export function isOwn(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === `${SCHEME}:` && url.host === HOST && url.username === '' && url.password === '';
}
