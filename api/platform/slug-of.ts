/** The letters and digits of a text for an address, at most 80, words parted by dashes; empty when it has none of a to z and 0 to 9. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/['’]|\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 80)
    .replace(/-+$/, '');
}
