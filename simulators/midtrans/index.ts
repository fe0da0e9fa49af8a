export { openMidtransSimulator, startMidtransSimulator } from './simulator.ts';
