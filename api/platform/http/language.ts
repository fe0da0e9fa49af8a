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
