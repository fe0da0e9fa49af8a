/** Content-Security-Policy directives as helmet takes them. */
export type ContentPolicy = Record<string, string[]>;

/** What every answer allows unless its route says otherwise: our own origin, nothing inline, framed by nobody. */
export const CONTENT_POLICY: ContentPolicy = {
  'default-src': ["'self'"],
  'base-uri': ["'none'"],
  'object-src': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'img-src': ["'self'", 'data:'],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
};

/**
 * The common policy with more sources for some directives: `helmet: helmetWith({ 'img-src': ['https://tiles.example'] })` in
 * the options of a route. Sources are added; a directive that is not there yet begins with what is given.
 */
export function helmetWith(additions: ContentPolicy): {
  contentSecurityPolicy: { useDefaults: false; directives: ContentPolicy };
} {
  const directives: ContentPolicy = { ...CONTENT_POLICY };
  for (const [directive, sources] of Object.entries(additions)) {
    const present = (directives[directive] ?? []).filter((source) => source !== "'none'");
    directives[directive] = [...new Set([...present, ...sources])];
  }
  return { contentSecurityPolicy: { useDefaults: false, directives } };
}

/** Security headers of answers that are data, not pages: cheaper than helmet's, and stricter. Routes with them set `helmet: false`. */
export const DATA_HEADERS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;
