/** An SVG file; `title` says what it shows to those who do not see it. */
export const svgFile = (box: string, body: string, title: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" role="img" aria-label="${title}">${body}</svg>\n`;
