import type { FastifyRequest } from 'fastify';
import type { Language } from '../context.ts';

/** The language that a browser or client asks for: English only when it stands before Indonesian; Indonesian otherwise. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((part, at) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality), at };
    })
    .filter(({ language, quality }) => (language === 'id' || language === 'in' || language === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality || a.at - b.at);
  return wanted[0]?.language === 'en' ? 'en' : 'id';
}

/** The language chosen on our pages (cookie `berjubel_language`), else the one that the browser or client asks for. */
export function languageOfRequest(request: FastifyRequest): Language {
  // A request that failed early has no cookies yet.
  const chosen = request.cookies?.berjubel_language;
  return chosen === 'id' || chosen === 'en' ? chosen : languageOf(request.headers['accept-language']);
}
