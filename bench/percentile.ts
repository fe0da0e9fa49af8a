/** The time within which so many of 100 requests were answered, in milliseconds; 0 when there were none. */
export function percentile(times: readonly number[], of100: number): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(Math.floor((sorted.length * of100) / 100), sorted.length - 1)] ?? 0;
}
