import { type Language, shellWords } from '../../storefront-widget/words/index.ts';
import type { Area, AreaAssets } from './assets.ts';
import { type Html, html, trusted } from './html.ts';
import { icon } from './icon.ts';

/** What every page of the site shares: its assets, its address, and whether it must say that it is a demo. */
export interface Site {
  /** Address of the marketplace, without a slash at the end. */
  readonly publicUrl: string;
  readonly assets: Readonly<Record<Area, AreaAssets>>;
  readonly showsDemoBanner: boolean;
}

/** One page. */
export interface Page {
  readonly area: Area;
  readonly language: Language;
  /** Path and query of this page, for the language switch and as canonical address. */
  readonly path: string;
  /** Short title; the brand is added. */
  readonly title: string;
  /** One sentence for search engines and link previews. */
  readonly description?: string;
  /** Whether search engines should leave it out. */
  readonly isPrivate?: boolean;
  /** Absolute address of the preview picture. */
  readonly image?: string;
  /** Further elements of the head: OpenGraph of products, JSON-LD. */
  readonly head?: Html;
  /** Words in the search box; undefined leaves the box empty. */
  readonly search?: string;
  /** Whether this browser may have a cart, so that its count is worth asking for. */
  readonly knowsCart?: boolean;
  readonly main: Html;
}

/** A whole HTML document around the main part of a page. */
export function layout(site: Site, page: Page): string {
  const words = shellWords[page.language];
  const assets = site.assets[page.area];
  const canonical = new URL(page.path, site.publicUrl).href;
  return String(html`<!doctype html>
<html lang="${page.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} · ${words.brand}</title>
<meta name="description" content="${page.description ?? words.motto}">
<meta name="theme-color" content="#FBFAF5" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#121714" media="(prefers-color-scheme: dark)">
${page.isPrivate ? html`<meta name="robots" content="noindex">` : html`<link rel="canonical" href="${canonical}">`}
<meta property="og:site_name" content="${words.brand}">
<meta property="og:title" content="${page.title}">
<meta property="og:description" content="${page.description ?? words.motto}">
<meta property="og:url" content="${canonical}">
<meta property="og:locale" content="${page.language === 'id' ? 'id_ID' : 'en_GB'}">
${page.image ? html`<meta property="og:image" content="${page.image}">` : ''}
${page.head}
<link rel="icon" href="/drawings/favicon.svg" type="image/svg+xml">
${assets.styles.map((href) => html`<link rel="stylesheet" href="${href}">`)}
<script type="module" src="${assets.script}"></script>
</head>
<body>
<a class="skip" href="#isi">${words.skip}</a>
${site.showsDemoBanner ? html`<p class="demo-banner">${words.demoBanner}</p>` : ''}
${header(page)}
<main id="isi" tabindex="-1"><div class="frame">
${page.main}
</div></main>
${footer(page)}
<berjubel-toast></berjubel-toast>
</body>
</html>`);
}

function header({ language, search, knowsCart }: Page): Html {
  const words = shellWords[language];
  return html`<header class="top"><div class="frame">
<a class="brand" href="/"><img src="/drawings/mark.svg" alt="" width="28" height="28">${words.brand}</a>
<berjubel-suggestions class="search"><form action="/cari" method="get" role="search">
<label class="unseen" for="q">${words.searchLabel}</label>
<input id="q" name="q" type="search" value="${search ?? ''}" placeholder="${words.searchPlaceholder}" maxlength="200" autocomplete="off" enterkeyhint="search">
<button type="submit" aria-label="${words.search}">${icon('search')}</button>
</form></berjubel-suggestions>
<nav aria-label="${words.yours}">
<a href="/keranjang" aria-label="${words.cart}">${icon('shopping-basket')}<berjubel-cart-count${trusted(knowsCart ? ' data-known' : '')}></berjubel-cart-count></a>
<a href="/pesanan">${icon('package')}<span>${words.orders}</span></a>
<a href="/akun">${icon('user')}<span>${words.account}</span></a>
</nav>
</div></header>`;
}

function footer({ language, path }: Page): Html {
  const words = shellWords[language];
  const other = language === 'id' ? 'en' : 'id';
  return html`<footer class="bottom"><div class="frame">
<p>${words.brand}: ${words.motto}</p>
<ul>
<li><a href="/titik">${words.points}</a></li>
<li><a href="/privasi">${words.privacy}</a></li>
<li><a href="/kontak">${words.contact}</a></li>
<li><a href="/graphql">${words.developers}</a></li>
<li><a href="/bahasa/${other}?kembali=${encodeURIComponent(path)}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a></li>
</ul>
</div></footer>`;
}
