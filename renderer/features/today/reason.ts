/** What moved a date most in the direction in which it moved; parts that held against it are none of its reasons. */
export function reasonOf<Part extends { readonly addMs: number }>(
  parts: readonly Part[],
  ms: number,
): Part | undefined {
  return parts
    .filter(({ addMs }) => Math.sign(addMs) === Math.sign(ms))
    .toSorted((a, b) => Math.abs(b.addMs) - Math.abs(a.addMs))[0];
}
