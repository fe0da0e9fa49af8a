import { helmetWith } from '../platform/http/content-policy.ts';
import type { Visit } from './visit.ts';

/** Where the payment provider keeps the pictures of QR codes, of wallets and of charges whose answer was lost. */
const PROVIDER_PICTURES = ['https://api.midtrans.com', 'https://api.sandbox.midtrans.com'];

/** Lets a page show the QR pictures of the payment provider. */
export async function allowProviderPictures({ reply }: Visit): Promise<void> {
  await reply.helmet(helmetWith({ 'img-src': PROVIDER_PICTURES }));
}
