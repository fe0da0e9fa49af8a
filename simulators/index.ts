export {
  type MidtransSimulator,
  type MidtransSimulatorOptions,
  openMidtransSimulator,
  startMidtransSimulator,
} from './midtrans/index.ts';
export {
  openWhatsAppSimulator,
  startWhatsAppSimulator,
  type WhatsAppSimulator,
  type WhatsAppSimulatorOptions,
} from './whatsapp/index.ts';
