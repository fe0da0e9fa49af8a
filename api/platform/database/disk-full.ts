/** True when PostgreSQL's words mean that the disk has no room left: it says so in several ways. */
export function saysDiskFull(words: string): boolean {
  return /No space left on device|Check free disk space|wrote only \d+ of \d+ bytes|Disk quota exceeded/i.test(words);
}
