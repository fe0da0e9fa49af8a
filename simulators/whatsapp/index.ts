export {
  openWhatsAppSimulator,
  startWhatsAppSimulator,
  type WhatsAppSimulator,
  type WhatsAppSimulatorOptions,
} from './simulator.ts';
