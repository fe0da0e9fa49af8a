import type { FastifyRequest } from 'fastify';

/**
 * Whether a page of another site made a browser send this: then the cookies that came along say nothing about what their owner
 * wants. Following a link from elsewhere to one of our pages is no such thing. `publicUrl` is our address when a proxy hides it.
 */
export function isFromOtherSite({ headers, method }: FastifyRequest, publicUrl: string): boolean {
  if (method === 'GET' || method === 'HEAD') return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  if (headers.origin === undefined) return false;
  const host = URL.parse(headers.origin)?.host;
  return host !== headers.host && host !== URL.parse(publicUrl)?.host;
}
