import html, { type HtmlSafeString } from 'escape-html-template-tag';
import type { FastifyReply } from 'fastify';

export type Html = HtmlSafeString;

/** One page of a simulator. `base` is where the simulator is mounted, without a slash at the end. */
export interface PageParts {
  base: string;
  /** What this simulator is, in the strip at the top of each page. */
  banner: string;
  title: string;
  links: { href: string; label: string; current?: boolean }[];
  main: Html;
  head?: Html;
  /** How the main part uses the window: a readable column, a broad table, or all of its height. */
  layout?: 'column' | 'wide' | 'fill';
}

/** Writes the whole document: Indonesian, phone first, complete without scripts. */
export function page(parts: PageParts): string {
  const { base, banner, title, links, main, head = html``, layout = 'column' } = parts;
  const items = links.map(({ href, label, current }) =>
    current
      ? html`<a href="${base}${href}" aria-current="page">${label}</a>`
      : html`<a href="${base}${href}">${label}</a>`,
  );
  return html`<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${banner}</title>
<link rel="stylesheet" href="${base}/style.css">
${head}
</head>
<body class="${layout}">
<header class="top"><strong>${banner}</strong><nav aria-label="Halaman simulator">${items}</nav></header>
<main class="${layout}">${main}</main>
</body>
</html>
`.toString();
}

/** Sends a page that no one may cache: what it shows changes with every payment and message. */
export function sendPage(reply: FastifyReply, status: number, document: string): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').header('cache-control', 'no-store').send(document);
}
