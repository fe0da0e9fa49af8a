import type { Plugin } from 'vite';

/**
 * Leaves the texts of our documents out of what browsers download: the server knows them by their hash. Documents that a
 * page does not ask for then disappear as a whole.
 */
export function omitDocumentTexts(): Plugin {
  return {
    name: 'omit-document-texts',
    enforce: 'pre',
    transform(code, id) {
      if (!id.replaceAll('\\', '/').endsWith('/operations/generated/graphql.ts')) return null;
      return {
        code: code.replace(/new TypedDocumentString\(`[^`]*`/g, "/* @__PURE__ */ new TypedDocumentString(''"),
        map: null,
      };
    },
  };
}
