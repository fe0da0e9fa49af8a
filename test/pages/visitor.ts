/** A page as a browser without scripts sees it. */
export interface SeenPage {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** What is read: no tags, entities as characters, spaces as one. */
  readonly text: string;
  /** Addresses of the links, in order. */
  readonly links: readonly string[];
}

/** A browser without scripts: keeps cookies, follows no redirect. */
export interface Visitor {
  get(path: string): Promise<SeenPage>;
  /** Sends a form as the page itself would. */
  send(
    path: string,
    fields: Readonly<Record<string, string>> | FormData,
    headers?: Readonly<Record<string, string>>,
  ): Promise<SeenPage>;
}

/** Opens a browser without scripts on a site; with the token of a device it is signed in. */
export function aVisitor(siteUrl: string, language = 'id', token?: string): Visitor {
  const cookies = new Map<string, string>();
  const ask = async (path: string, init: RequestInit): Promise<SeenPage> => {
    const response = await fetch(new URL(path, siteUrl), {
      redirect: 'manual',
      ...init,
      headers: {
        accept: 'text/html',
        'accept-language': language,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(token && { authorization: `Bearer ${token}` }),
        ...init.headers,
      },
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return seen(response.status, response.headers, await response.text());
  };
  return {
    get: (path) => ask(path, {}),
    send: (path, fields, headers = {}) =>
      ask(path, {
        method: 'POST',
        body: fields instanceof FormData ? fields : new URLSearchParams(fields),
        headers: { origin: new URL(siteUrl).origin, 'sec-fetch-site': 'same-origin', ...headers },
      }),
  };
}

function seen(status: number, headers: Headers, html: string): SeenPage {
  const shown = html.replace(/<(script|style|svg)\b[\s\S]*?<\/\1>/g, '');
  return {
    status,
    headers,
    html,
    text: readable(shown.replace(/<[^>]*>/g, ' ')),
    links: [...shown.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)].map(([, address = '']) => readable(address)),
  };
}

function readable(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim();
}
