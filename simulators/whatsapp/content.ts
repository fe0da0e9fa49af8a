/** A choice that the customer can tap; `id` comes back to the business. */
export interface Choice {
  id: string;
  title: string;
  description?: string;
}

/** A message as the customer sees it, whatever shape it was sent in. */
export interface Content {
  text: string;
  header?: string;
  footer?: string;
  /** A one-time code, shown large, with a button that copies it. */
  code?: { value: string; label: string };
  link?: { label: string; url: string };
  choices?: { kind: 'button_reply' | 'list_reply'; label?: string; rows: Choice[] };
  image?: string;
  place?: { name?: string; address?: string; latitude: number; longitude: number };
  template?: { name: string; language: string; category: string; parameters: string[] };
}
