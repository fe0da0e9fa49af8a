import { type DocumentTexts, documentForms } from '../../../api/search/language/index.ts';

const NOTHING: DocumentTexts = {
  ...{ title: '', category: '', options: '', traits: '', skus: '', shop: '', description: '' },
  kecamatan: 'beji',
  isHalal: false,
};

/** Forms of a product of a shop in Beji of which nothing else is known than this. */
export const formsOf = (texts: Partial<DocumentTexts>): ReadonlySet<string> => documentForms({ ...NOTHING, ...texts });
