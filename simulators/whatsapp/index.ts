export { openWhatsAppSimulator, startWhatsAppSimulator } from './simulator.ts';
