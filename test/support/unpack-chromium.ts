import chromium from '@sparticuz/chromium';

/** Unpacks the browser, with the libraries that slim machines lack, into TMPDIR. A process of its own: see packed-browser.ts. */
await chromium.executablePath();
