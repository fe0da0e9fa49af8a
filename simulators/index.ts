export { type CommunitySiteOptions, communitySite } from './community/index.ts';
export { openMidtransSimulator, startMidtransSimulator } from './midtrans/index.ts';
export { openWhatsAppSimulator, startWhatsAppSimulator } from './whatsapp/index.ts';
