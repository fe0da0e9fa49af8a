const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/EdgA?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/UCBrowser\//, 'UC Browser'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Windows/, 'Windows'],
  [/CrOS/, 'Chromebook'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
];

/** What a person knows this device by: "Chrome, Android". Empty when the browser does not say. */
export function deviceLabel(userAgent: string): string {
  const nameIn = (table: typeof BROWSERS): string => table.find(([sign]) => sign.test(userAgent))?.[1] ?? '';
  return [nameIn(BROWSERS), nameIn(SYSTEMS)].filter((name) => name !== '').join(', ');
}
