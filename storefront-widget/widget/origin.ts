/** Where the widget's script came from: the market that it speaks to. */
export const MARKET_ORIGIN = new URL(import.meta.url).origin;

/** The absolute form of an address of the market. */
export function onMarket(address: string): string {
  return new URL(address, MARKET_ORIGIN).href;
}
