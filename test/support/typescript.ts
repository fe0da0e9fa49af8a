/** What has Node run TypeScript, for `--import`, wherever a process is started. */
export const TYPESCRIPT = new URL('../../api/typescript.mjs', import.meta.url).href;
