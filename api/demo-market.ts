/** The number from which all of the demo market follows. */
export const DEMO_SEED = 1;

/** Where the demo's community site is reached: by another host name than the market, so that its cookies are third-party. */
export function communitySiteUrl(port: number): string {
  return `http://127.0.0.1:${port}/situs-demo/`;
}
